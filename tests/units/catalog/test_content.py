"""The content of catalog.json."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from codegen.catalog.content import Catalog, Usage, catalog_data, evenly
from codegen.hub.facts import Facts
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.names.gguf import GGUFFile

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "tests" / "browser" / "sample" / "definitions"
SCHEMA = json.loads((ROOT / "codegen" / "catalog" / "schema.json").read_text("utf-8"))
FAMILIES = read(Folder(SAMPLE, "unsloth"))


OK = Verdict(status=Status.OK)


def validate(data: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    checker = jsonschema.FormatChecker(["date"])
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(data)


def entry(data: Catalog, constant: str) -> dict[str, Any]:
    return next(dict(model) for model in data["models"] if model["constant"] == constant)


def test_a_model() -> None:
    assert entry(catalog_data(FAMILIES), "QWEN3_30B_A3B_GGUF") == {
        "constant": "QWEN3_30B_A3B_GGUF",
        "repo_id": "unsloth/Qwen3-30B-A3B-GGUF",
        "url": "https://huggingface.co/unsloth/Qwen3-30B-A3B-GGUF",
        "family": "qwen",
        "uploader": "unsloth",
        "base_name": "Qwen3",
        "line": "Qwen3",
        "version": None,
        "date": None,
        "size": "30B-A3B",
        "instruct_tag": None,
        "modifier": None,
        "quant": "GGUF",
        "modality": None,
        "is_multimodal": None,
        "is_base": None,
        "is_chat": None,
        "is_moe": True,
        "is_original": False,
        "is_mirror": False,
        "is_former": False,
        "original": "Qwen/Qwen3-30B-A3B",
        "stem": "unsloth/Qwen3-30B-A3B",
        "variants": ["unsloth/Qwen3-30B-A3B", "unsloth/Qwen3-30B-A3B-bnb-4bit"],
        "parameters": 30_000_000_000,
        "active_parameters": 3_000_000_000,
        "license": None,
        "context_length": None,
        "summary": None,
        "hub": None,
        "downloads": None,
        "likes": None,
    }


def test_the_variants_of_an_original_are_all_that_come_from_it() -> None:
    assert entry(catalog_data(FAMILIES), "QWEN3_8B_ORIGINAL")["variants"] == [
        "unsloth/Qwen3-8B",
        "unsloth/Qwen3-8B-bnb-4bit",
        "unsloth/Qwen3-8B-GGUF",
        "Qwen/Qwen3-8B-FP8",
        "unsloth/Qwen3-8B-128K-GGUF",
    ]


def test_a_family_is_named_by_its_value_in_the_enum() -> None:
    family = replace(FAMILIES[0], stem="gpt_oss", models=())
    assert catalog_data([family])["families"][0]["name"] == "gpt-oss"


def test_no_text_holds_control_characters_or_lone_surrogates() -> None:
    verdict = Verdict(status=Status.OK, license="a\x1b]0;x\x07\ud800\u2028b")
    family = replace(FAMILIES[0], summary="Gemma\x00, by Google.")
    lock = {"unsloth/gemma-3-1b-it": LockEntry(verdict, date(2026, 11, 25))}
    data = catalog_data([family], package="my.models", lock=lock)
    hub = next(model["hub"] for model in data["models"] if model["hub"])
    assert hub["license"] == "a\ufffd]0;x\ufffd\ufffd\ufffdb"
    assert data["families"][0]["title"] == "Gemma\ufffd, by Google"
    assert data["import"] == "from my.models import Models"


def test_families_and_quantizations() -> None:
    data = catalog_data(FAMILIES)
    assert data["families"] == [
        {"name": "gemma", "title": "Gemma, by Google", "models": 27},
        {"name": "llama", "title": "Llama, by Meta", "models": 20},
        {"name": "qwen", "title": "Qwen, by Alibaba Cloud", "models": 16},
    ]
    assert [(q["name"], q["tag"], q["models"]) for q in data["quants"]] == [
        ("NONE", "", 28),
        ("BNB", "bnb-4bit", 14),
        ("UNSLOTH", "unsloth-bnb-4bit", 9),
        ("GGUF", "GGUF", 9),
        ("FP8", "FP8", 3),
    ]


def test_retired_names() -> None:
    assert catalog_data(FAMILIES)["retired"] == [
        {
            "constant": "LLAMA_3_2_90B_VISION_BNB",
            "repo_id": "unsloth/Llama-3.2-90B-Vision-bnb-4bit",
            "family": "llama",
            "why": "the repo was deleted",
            "since": "2026-11-20",
            "replacement": None,
        },
        {
            "constant": "META_LLAMA_3_1_8B",
            "repo_id": "unsloth/Meta-Llama-3.1-8B",
            "family": "llama",
            "why": "the repo was renamed",
            "since": "2026-11-25",
            "replacement": "LLAMA_3_1_8B",
        },
    ]


def test_what_the_hub_reported() -> None:
    lock = {
        "unsloth/Qwen3-8B": LockEntry(
            Verdict(
                status=Status.OK,
                canonical="unsloth/Qwen3-8B",
                license="apache-2.0",
                created=date(2025, 4, 28),
                facts=Facts(
                    sha="0e9e39f249a16976918f6564b8830bc894c89659",
                    pipeline_tag="text-generation",
                    base_models=("Qwen/Qwen3-8B",),
                    parameters=8190735360,
                    files=(GGUFFile("Q-Q4_K_M.gguf", "Q4_K_M"),),
                ),
            ),
            date(2026, 11, 25),
        ),
        "Qwen/Qwen3-8B": LockEntry(
            Verdict(status=Status.RENAMED, canonical="Qwen/Qwen3"), date(2026, 11, 24)
        ),
    }
    data = catalog_data(FAMILIES, lock=lock)
    assert entry(data, "QWEN3_8B")["hub"] == {
        "verdict": "ok",
        "checked": "2026-11-25",
        "canonical": None,
        "license": "apache-2.0",
        "gated": None,
        "created": "2025-04-28",
        "last_modified": None,
        "revision": "0e9e39f249a16976918f6564b8830bc894c89659",
        "pipeline_tag": "text-generation",
        "base_models": ["Qwen/Qwen3-8B"],
        "parameters": 8190735360,
        "context_length": None,
        "files": [{"name": "Q-Q4_K_M.gguf", "quant": "Q4_K_M", "shards": 1}],
    }
    assert entry(data, "QWEN3_8B_ORIGINAL")["hub"]["canonical"] == "Qwen/Qwen3"
    assert entry(data, "QWEN3_8B_BNB")["hub"] is None
    validate(data)


def test_downloads() -> None:
    days = ["2026-11-24", "2026-11-25"]
    usage = Usage(days=days, downloads={"Qwen/Qwen3-8B": [None, 5]}, likes={"Qwen/Qwen3-8B": 3})
    data = catalog_data(FAMILIES, stats=usage)
    assert data["days"] == days
    assert entry(data, "QWEN3_8B_ORIGINAL")["downloads"] == [None, 5]
    assert entry(data, "QWEN3_8B")["downloads"] is None
    assert (entry(data, "QWEN3_8B_ORIGINAL")["likes"], entry(data, "QWEN3_8B")["likes"]) == (
        3,
        None,
    )
    validate(data)


def test_a_long_history_keeps_thirty_days_with_both_ends() -> None:
    kept = evenly(range(365))
    assert len(kept) == 30
    assert (kept[0], kept[1], kept[-2], kept[-1]) == (0, 13, 351, 364)
    assert evenly(range(30)) == list(range(30))
    assert len(evenly(range(31))) == 30
    assert evenly([]) == []


def test_it_meets_its_schema() -> None:
    validate(catalog_data(FAMILIES))
    validate(catalog_data(()))
    validate(catalog_data(read(Folder(ROOT / "definitions", "unsloth"))))


HUB = {
    "verdict": "ok",
    "checked": "2026-11-25",
    "canonical": None,
    "license": None,
    "gated": None,
    "created": None,
    "last_modified": None,
}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("constant", "llama"),
        ("repo_id", "no-owner"),
        ("original", "no-owner"),
        ("parameters", -1),
        ("downloads", [1.5]),
        ("hub", {"verdict": "ok"}),
        ("hub", {**HUB, "checked": "2026-13-01"}),
        ("hub", {**HUB, "created": "yesterday"}),
        ("is_base", "yes"),
        ("likes", -1),
        ("color", "blue"),
    ],
)
def test_the_schema_refuses(field: str, value: object) -> None:
    data: Any = catalog_data(FAMILIES)
    data["models"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        validate(data)


def test_the_schema_knows_every_verdict() -> None:
    assert SCHEMA["$defs"]["hub"]["properties"]["verdict"]["enum"] == [*Status]


@pytest.mark.parametrize("name", ["model", "family", "quant", "retired", "hub"])
def test_the_schema_describes_every_field(name: str) -> None:
    data = catalog_data(FAMILIES, lock={"unsloth/Qwen3-8B": LockEntry(OK, date(2026, 11, 25))})
    made: dict[str, Any] = {
        "model": data["models"][0],
        "family": data["families"][0],
        "quant": data["quants"][0],
        "retired": data["retired"][0],
        "hub": entry(data, "QWEN3_8B")["hub"],
    }
    stated = SCHEMA["$defs"][name]
    assert sorted(made[name]) == sorted(stated["required"]) == sorted(stated["properties"])
