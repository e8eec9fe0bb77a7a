"""Declared facts against what the Hub says: what is a contradiction, and what is not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codegen.hub.contradictions import contradictions
from codegen.hub.facts import Facts, read_facts
from codegen.hub.repo import read_repo
from codegen.hub.verdict import Status, Verdict
from codegen.models.model import Model
from codegen.problem import Where
from codegen.schema import NONE

UPLOAD, ORIGINAL = "unsloth/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct"
BASE = "meta-llama/Llama-3.1-8B"

MODEL = Model(
    constant="LLAMA_3_1_8B_INSTRUCT",
    repo_id=UPLOAD,
    family="llama",
    base_name="Llama",
    series="Llama",
    version="3.1",
    size="8B",
    instruct_tag="Instruct",
    modifier=None,
    quant_type=NONE,
    is_multimodal=False,
    modality="text",
    original=ORIGINAL,
    is_original=False,
    is_mirror=False,
    stem=UPLOAD,
    parameters=8_000_000_000,
    active_parameters=None,
    summary=None,
    where=Where(Path("llama.py"), 5),
)
PUBLISHED = replace(MODEL, repo_id=ORIGINAL, original=None, is_original=True, constant="O")
QUANTIZED = replace(MODEL, repo_id=f"{UPLOAD}-bnb-4bit", constant="Q")


def compare(model: Model, license: str | None = None, **facts: Any) -> list[tuple[str, bool]]:
    """Fact and whether it is a note, for each contradiction of the model."""
    verdicts = {model.repo_id: Verdict(status=Status.OK, license=license, facts=Facts(**facts))}
    declared = [model, PUBLISHED, QUANTIZED, replace(PUBLISHED, repo_id=BASE)]
    compared = contradictions([model], verdicts, None, declared)
    return [(each.fact, each.is_note) for each in compared]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ((), []),
        ((ORIGINAL,), []),
        ((ORIGINAL.lower(),), []),
        ((BASE, ORIGINAL), []),
        ((f"{UPLOAD}-bnb-4bit",), []),  # itself made from the original
        ((BASE,), [("original", False)]),
        (("somebody/Else",), [("original", False)]),
    ],
)
def test_original(named: tuple[str, ...], expected: list[tuple[str, bool]]) -> None:
    assert compare(MODEL, base_models=named) == expected
    assert compare(PUBLISHED, base_models=named) == []


def test_an_original_that_is_not_declared_is_a_note() -> None:
    assert compare(replace(MODEL, original=None), base_models=(BASE,)) == [("original", True)]


def test_an_original_that_was_renamed() -> None:
    verdicts = {
        UPLOAD: Verdict(status=Status.OK, facts=Facts(base_models=("meta-llama/New",))),
        ORIGINAL: Verdict(status=Status.RENAMED, canonical="meta-llama/New"),
    }
    assert list(contradictions([MODEL, PUBLISHED], verdicts)) == []


@pytest.mark.parametrize(
    ("modality", "is_multimodal", "tag", "is_wrong"),
    [
        ("text", False, "text-generation", False),
        ("code", False, "text-generation", False),
        ("text", False, "image-text-to-text", True),
        ("vision", True, "text-generation", True),
        ("vision", True, "any-to-any", False),
        ("speech", True, "text-to-speech", False),
        ("speech", True, "text-to-image", True),
        ("embedding", False, "feature-extraction", False),
        ("embedding", False, "text-generation", True),
        ("text", False, "robotics", False),
        ("text", False, None, False),
        (None, None, "image-text-to-text", False),
        (None, False, "image-text-to-text", True),
        (None, True, "text-generation", True),
        ("text", True, "image-text-to-text", False),
        ("embedding", True, "feature-extraction", False),
        ("embedding", True, "text-to-image", False),
        ("ocr", True, "image-to-text", False),
        ("ocr", True, "text-generation", True),
    ],
)
def test_modality(
    modality: str | None, is_multimodal: bool | None, tag: str | None, is_wrong: bool
) -> None:
    model = replace(MODEL, modality=modality, is_multimodal=is_multimodal)
    assert compare(model, pipeline_tag=tag) == ([("modality", False)] if is_wrong else [])


@pytest.mark.parametrize(
    ("size", "declared", "weights", "is_wrong"),
    [
        ("8B", 8_000_000_000, 8_030_261_248, False),
        ("3B", 3_000_000_000, 4_676_000_000, False),
        ("7B", 7_000_000_000, 8_537_680_896, False),
        ("8B", 8_000_000_000, 70_553_706_496, True),
        ("8B", 8_000_000_000, 3_212_749_824, True),
        ("8x7B", 46_700_000_000, 46_702_792_704, False),
        ("8x7B", 46_700_000_000, 56_000_000_000, True),
        ("8B", None, 70_553_706_496, False),
    ],
)
def test_parameters(size: str, declared: int | None, weights: int, is_wrong: bool) -> None:
    model = replace(MODEL, size=size, parameters=declared)
    assert compare(model, parameters=weights) == ([("parameters", False)] if is_wrong else [])


def test_license_and_context_length() -> None:
    model = replace(MODEL, license="mit", context_length=131072)
    assert compare(model, "MIT", context_length=131072) == []
    assert compare(model, "other") == []
    assert compare(model, None) == []
    assert compare(model, "apache-2.0", context_length=32768) == [
        ("context_length", False),
        ("license", False),
    ]
    assert compare(MODEL, "apache-2.0", context_length=32768) == []


@pytest.mark.parametrize("status", [Status.MISSING, Status.TAKEN_OVER, Status.UNKNOWN])
def test_nothing_is_said_of_another_repo(status: Status) -> None:
    verdict = Verdict(status=status, facts=Facts(base_models=(BASE,)))
    assert list(contradictions([MODEL], {UPLOAD: verdict})) == []


def test_texts() -> None:
    verdict = Verdict(status=Status.OK, facts=Facts(base_models=(BASE,), sha="a" * 40))
    before = Verdict(status=Status.OK, facts=Facts(sha="b" * 40))
    original, revision = contradictions([MODEL], {UPLOAD: verdict}, {UPLOAD: before})
    assert original.text == f"declared to be from {ORIGINAL}; its tags name {BASE}"
    assert original.cure == f'Write original="{BASE}", or correct the card of the repo.'
    assert revision.text == "moved since bbbbbbb, now at aaaaaaa"
    assert revision.is_note


@pytest.mark.parametrize(
    ("safetensors", "expected"),
    [
        ({"parameters": {"BF16": 8}, "total": 8}, 8),
        ({"parameters": {"BF16": 800, "I64": 2}, "total": 802}, 802),
        ({"parameters": {"BF16": 1, "U8": 4}, "total": 5}, None),
        ({"parameters": {"I32": 4, "F16": 4}, "total": 8}, None),
        ({"total": 8}, 8),
        ({"parameters": [], "total": "8"}, None),
        ({"parameters": {"BF16": True}, "total": True}, None),
        ([], None),
        (None, None),
    ],
)
def test_weights(safetensors: object, expected: int | None) -> None:
    """Packed weights of a quantized model are not counted as if they were its parameters."""
    repo = read_repo({"id": UPLOAD, "safetensors": safetensors})
    assert read_facts(repo).parameters == expected


def test_odd_values_are_unknown() -> None:
    row = {
        "id": UPLOAD,
        "sha": "::error::",
        "pipeline_tag": 7,
        "tags": ["base_model:../up", "base_model:quantized:acme/A", "base_model:acme/A"],
        "gguf": {"total": -1, "architecture": "a b", "context_length": "long"},
        "siblings": [{"rfilename": "a\n.gguf"}, 7, {"rfilename": 'b".gguf'}, {}],
    }
    assert read_facts(read_repo(row)) == Facts(base_models=("acme/A",), files=())
