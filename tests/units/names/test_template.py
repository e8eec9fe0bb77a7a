"""Names: fields to repo names and back, and repo names to constants."""

import keyword
import re
from enum import StrEnum

import pytest
from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id
from hypothesis import assume, given
from hypothesis import strategies as st

from codegen.names.cell import known_fields
from codegen.names.constant import constant_name, is_constant_name
from codegen.names.template import (
    fill,
    full_template,
    parse,
)
from codegen.schema import BF16, BNB, BUILT_IN, FP8, GGUF, NONE, UNSLOTH, ModelMeta, Quant

FIELDS = {
    "org": "meta-llama",
    "base_name": "Llama",
    "model_version": "3.1",
    "size": "8B",
    "instruct_tag": "Instruct",
    "modifier": None,
    "quant": "bnb-4bit",
}


@pytest.mark.parametrize(
    ("template", "changed", "expected"),
    [
        ("{base_name}-{model_version}-{size}-{instruct_tag}", {}, "Llama-3.1-8B-Instruct"),
        ("{base_name}-{size}-{instruct_tag}", {"instruct_tag": None}, "Llama-8B"),
        ("{base_name}-{size}-{instruct_tag}", {"instruct_tag": ""}, "Llama-8B"),
        ("{base_name}-{size}-{instruct_tag}", {"size": None}, "Llama-Instruct"),
        ("{base_name}-{size}-x", {"base_name": None}, "8B-x"),
        ("{base_name}{model_version}-{size}", {"model_version": None}, "Llama-8B"),
        ("{base_name}-v{model_version}_{size}", {}, "Llama-v3.1_8B"),
        ("{base_name}_{size}", {"size": None}, "Llama"),
        ("{org}/{base_name}-{size:lower}-hf", {}, "meta-llama/Llama-8b-hf"),
        ("{org}/{base_name:upper}", {}, "meta-llama/LLAMA"),
        ("{org}/{size}-{base_name}", {"size": None}, "meta-llama/Llama"),
        ("{base_name}-{modifier}-{quant}", {"quant": "GGUF"}, "Llama-GGUF"),
    ],
)
def test_fill(template: str, changed: dict[str, str | None], expected: str) -> None:
    assert fill(template, {**FIELDS, **changed}) == expected


@pytest.mark.parametrize(
    ("name", "quant", "suffix", "expected"),
    [
        ("Llama-3.1-8B-Instruct", BNB, "", "LLAMA_3_1_8B_INSTRUCT_BNB"),
        ("Llama-3.1-8B-Instruct", NONE, "ORIGINAL", "LLAMA_3_1_8B_INSTRUCT_ORIGINAL"),
        ("gemma-3-270m-it", UNSLOTH, "", "GEMMA_3_270M_IT_UNSLOTH"),
        ("Qwen3-30B-A3B", FP8, "ORIGINAL", "QWEN3_30B_A3B_FP8_ORIGINAL"),
        ("DeepSeek-V3", BF16, "", "DEEPSEEK_V3_BF16"),
        ("Llama-3_3-Nemotron-Super-49B-v1_5", GGUF, "", "LLAMA_3_3_NEMOTRON_SUPER_49B_V1_5_GGUF"),
        ("Llama-3.1-8B-FP8", NONE, "RedHatAI", "LLAMA_3_1_8B_FP8_REDHATAI"),
        ("4M-21_B", NONE, "", "MODEL_4M_21_B"),
        ("4M-21_XL", NONE, "", "MODEL_4M_21_XL"),
        ("01-6B", NONE, "", "MODEL_01_6B"),
        ("None", NONE, "", "NONE"),
        ("class", NONE, "", "CLASS"),
        ("__init__", NONE, "", "INIT"),
        ("_", NONE, "", "MODEL"),
        ("Grok-X", NONE, "", "GROK_X"),
        ("X-Tiny_", NONE, "", "X_TINY"),
        ("1-X", NONE, "", "MODEL_1_X"),
        ("A1-7B", NONE, "", "A1_7B"),
    ],
)
def test_constant_name(name: str, quant: Quant, suffix: str, expected: str) -> None:
    assert constant_name(name, quant, suffix) == expected


repo_names = st.from_regex(re.compile(r"\w[\w.\-]{0,94}\w|\w", re.ASCII), fullmatch=True)


@given(repo_names, st.sampled_from(BUILT_IN), st.sampled_from(["", "ORIGINAL", "RedHatAI"]))
def test_every_repo_name_gives_a_usable_constant(name: str, quant: Quant, suffix: str) -> None:
    try:
        validate_repo_id(f"unsloth/{name}")
    except HFValidationError:
        assume(False)
    constant = constant_name(name, quant, suffix)
    assert constant.isidentifier()
    assert is_constant_name(constant)
    assert not keyword.iskeyword(constant) and not keyword.issoftkeyword(constant)
    assert constant not in {"name", "value", "mro"} and constant not in dir(str)
    assert not constant.startswith("_") and not constant.endswith("_")
    models = StrEnum("Models", {constant: f"unsloth/{name}"})
    assert models[constant] == f"unsloth/{name}"


words = st.from_regex(re.compile(r"[A-Za-z][A-Za-z0-9]{0,5}", re.ASCII), fullmatch=True)
sizes = st.from_regex(
    re.compile(r"[1-9][0-9]{0,2}(\.[0-9])?[Bb](-A[1-9]B)?|[1-9][0-9]{1,2}[Mm]"), fullmatch=True
)
versions = st.from_regex(re.compile(r"[1-9](\.[0-9]{1,2})?"), fullmatch=True)
templates = st.sampled_from(
    [
        "{base_name}-{model_version}-{size}-{instruct_tag}",
        "{base_name}{model_version}-{size}-{instruct_tag}",
        "{base_name}-{model_version}-{size}-Vision-{instruct_tag}",
        "{base_name}-{size}-{instruct_tag}-{model_version}",
        "{base_name}-Small-{size}-{quant}-{instruct_tag}",
        "{size}-{base_name}_{modifier}",
    ]
)
metas = st.builds(
    ModelMeta,
    org=words,
    base_name=words,
    model_version=st.none() | versions,
    model_sizes=st.lists(st.none() | sizes, min_size=1, max_size=4, unique=True),
    instruct_tags=st.lists(st.none() | words, min_size=1, max_size=3, unique=True),
    modifier=st.none() | st.sampled_from(["128K", "MTP"]),
    quant_types=st.just([NONE, BNB]),
    name=templates,
)


@given(metas, st.sampled_from(BUILT_IN), st.data())
def test_what_is_filled_in_is_parsed_back(
    meta: ModelMeta, quant: Quant, data: st.DataObject
) -> None:
    fields: dict[str, str | None] = {
        "base_name": meta.base_name,
        "model_version": str(meta.model_version) if meta.model_version else None,
        "size": data.draw(st.sampled_from(meta.model_sizes)),
        "instruct_tag": data.draw(st.sampled_from(meta.instruct_tags)),
        "modifier": meta.modifier,
        "quant": quant.tag or None,
    }
    template = full_template(meta.name)
    name = fill(template, fields)
    found = parse(template, name, known_fields(meta))
    assert found is not None
    assert fill(template, {**fields, **found}) == name


@given(metas, sizes, versions, words, st.sampled_from(BUILT_IN))
def test_a_name_with_new_fields_is_parsed_back(
    meta: ModelMeta, size: str, version: str, tag: str, quant: Quant
) -> None:
    fields = {**FIELDS, "base_name": meta.base_name, "size": size, "model_version": version}
    fields |= {"instruct_tag": tag, "modifier": meta.modifier, "quant": quant.tag or None}
    template = full_template(meta.name)
    name = fill(template, fields)
    free = {"size", "model_version", "instruct_tag"}
    found = parse(template, name, known_fields(meta), free=free)
    assert found is not None
    assert fill(template, {**fields, **found}) == name


LLAMA = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    instruct_tags=[None, "Instruct"],
    quant_types=[NONE],
)
ALL_FREE = {"size", "model_version", "instruct_tag"}


@pytest.mark.parametrize(
    ("name", "size", "version", "tag", "quant"),
    [
        ("Llama-3.1-8B", "8B", "3.1", None, None),
        ("Llama-3.1-70B-Instruct-bnb-4bit", "70B", "3.1", "Instruct", "bnb-4bit"),
        ("Llama-3.1-8B-unsloth-bnb-4bit", "8B", "3.1", None, "unsloth-bnb-4bit"),
        ("Llama-3.3-405B-Base-FP8-Dynamic", "405B", "3.3", "Base", "FP8-Dynamic"),
        ("Llama-4-17B-A3B-Some-Tag-GGUF", "17B-A3B", "4", "Some-Tag", "GGUF"),
    ],
)
def test_parse(name: str, size: str, version: str, tag: str | None, quant: str | None) -> None:
    found = parse(full_template(LLAMA.name), name, known_fields(LLAMA), free=ALL_FREE)
    assert found == {
        "base_name": "Llama",
        "model_version": version,
        "size": size,
        "instruct_tag": tag,
        "modifier": None,
        "quant": quant,
    }


def test_parse_gives_none_for_what_is_not_stated() -> None:
    assert parse(full_template(LLAMA.name), "Llama-3.2-8B", known_fields(LLAMA)) is None
    assert (
        parse(full_template(LLAMA.name), "Mistral-8B", known_fields(LLAMA), free=ALL_FREE) is None
    )


def test_a_new_tag_that_differs_in_letter_case_is_kept_as_it_is() -> None:
    name = "Llama-3.1-8B-instruct"
    found = parse(full_template(LLAMA.name), name, known_fields(LLAMA), free=ALL_FREE)
    assert found and found["instruct_tag"] == "instruct"


def test_parse_in_another_letter_case_gives_the_stated_spelling() -> None:
    name = "LLAMA-3.1-8b-instruct-BNB-4bit"
    assert parse(full_template(LLAMA.name), name, known_fields(LLAMA)) is None
    found = parse(full_template(LLAMA.name), name, known_fields(LLAMA), ignore_case=True)
    assert found and fill(full_template(LLAMA.name), found) == "Llama-3.1-8B-Instruct-bnb-4bit"


KNOWN = {"base_name": ["Qwen"], "size": ["8B", "8B-A3B", "72B"], "model_version": ["3", None]}


@pytest.mark.parametrize(
    ("template", "name", "fields"),
    [
        ("{base_name}-{size}", "Qwen-8B-A3B", {"base_name": "Qwen", "size": "8B-A3B"}),
        ("{base_name}-{size}-it", "Qwen-72B-it", {"base_name": "Qwen", "size": "72B"}),
        ("{base_name}-{size}-it", "Qwen-72B", None),
        ("x-{base_name}-{size}", "x-Qwen-8B", {"base_name": "Qwen", "size": "8B"}),
        # A field that stands twice has the same value in both places.
        ("{base_name}/{base_name}-{size}", "Qwen/Qwen-8B", {"base_name": "Qwen", "size": "8B"}),
        ("{base_name}/{base_name}.{size}", "Qwen/Qwen-8B", None),
        ("{size}/{base_name}-{size}", "8B/Qwen-8B", {"size": "8B", "base_name": "Qwen"}),
        ("{size}/{base_name}-{size}", "8B/Qwen-72B", None),
        # The separator of an absent field goes with it, whether it stands before or behind.
        ("{model_version}-{size}", "3-8B", {"model_version": "3", "size": "8B"}),
        ("{model_version}-{size}", "8B", {"model_version": None, "size": "8B"}),
        ("{model_version}-{size}", "-8B", None),
        ("{size}-v{model_version}", "8B-v3", {"size": "8B", "model_version": "3"}),
        ("{size}_{model_version}", "8B", {"size": "8B", "model_version": None}),
        ("{size}_{model_version}", "8B_", None),
        ("{model_version}", "3", {"model_version": "3"}),
        ("{model_version}-x", "x", {"model_version": None}),
        ("{model_version}-v{size}", "3-v8B", {"model_version": "3", "size": "8B"}),
        ("{model_version}-v{size}", "v8B", {"model_version": None, "size": "8B"}),
        (
            "{model_version}{size}-{base_name}",
            "38B-Qwen",
            {"model_version": "3", "size": "8B", "base_name": "Qwen"},
        ),
        (
            "{model_version}{size}-{base_name}",
            "8B-Qwen",
            {"model_version": None, "size": "8B", "base_name": "Qwen"},
        ),
        # A field of which nothing is known fits no name.
        ("{base_name}-{instruct_tag}", "Qwen-it", None),
    ],
)
def test_parse_what_is_known(
    template: str, name: str, fields: dict[str, str | None] | None
) -> None:
    assert parse(template, name, KNOWN) == fields


def test_parse_a_free_field_of_which_nothing_is_known() -> None:
    known = {"base_name": ["Qwen"]}
    fields = parse("{base_name}-{size}", "Qwen-9B", known, free={"size"})
    assert fields == {"base_name": "Qwen", "size": "9B"}


def test_parse_in_any_letter_case() -> None:
    fields = parse("{base_name:lower}-{size}", "QWEN-8b-a3b", KNOWN, ignore_case=True)
    assert fields == {"base_name": "Qwen", "size": "8B-A3B"}
    assert parse("{base_name:lower}-{size}", "qwen-8B", KNOWN) == {
        "base_name": "Qwen",
        "size": "8B",
    }
    assert parse("{base_name:lower}-{size}", "Qwen-8B", KNOWN) is None
