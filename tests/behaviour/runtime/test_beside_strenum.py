"""Libraries that treat enums in a way of their own: they do with `Models` what they do with a plain
`StrEnum` of the same members, and docs/runtime.md says what to write instead."""

import importlib
from types import ModuleType
from typing import Any

import pytest
import yaml
from huggingface_hub import ModelCardData

PATH = "unsloth/Llama-3.1-8B"


@pytest.fixture
def both(fresh: ModuleType) -> list[Any]:
    """The member and that of the plain enum."""
    plain = importlib.import_module("plain").Models
    return [fresh.Models.LLAMA_3_1_8B, plain.LLAMA_3_1_8B]


def test_yaml(both: list[Any]) -> None:
    texts = [yaml.dump(member).splitlines() for member in both]
    assert [text[1] for text in texts] == [f"- {PATH}"] * 2
    assert [text[0].partition(":")[0] for text in texts] == ["!!python/object/apply"] * 2
    for member in both:
        with pytest.raises(yaml.representer.RepresenterError):
            yaml.safe_dump(member)
        assert yaml.safe_dump(member.value).splitlines()[0] == PATH


def test_model_cards(both: list[Any]) -> None:
    for member in both:
        assert "!!python/object/apply" in ModelCardData(base_model=member).to_yaml()
        assert ModelCardData(base_model=str(member)).to_yaml() == f"base_model: {PATH}"


def test_sqlalchemy(both: list[Any]) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    for member in both:
        by_name = sqlalchemy.Enum(type(member))
        assert by_name.enums[:2] == [each.name for each in type(member)][:2]
        by_path = sqlalchemy.Enum(
            type(member), values_callable=lambda enum: [m.value for m in enum]
        )
        assert by_path.enums == [each.value for each in type(member)]


def test_cloudpickle(both: list[Any]) -> None:
    cloudpickle = pytest.importorskip("cloudpickle")
    for member in both:
        assert cloudpickle.loads(cloudpickle.dumps(member)) is member


def test_wandb(both: list[Any]) -> None:
    util = pytest.importorskip("wandb.util")
    for member in both:
        assert util.json_friendly_val(member) == "LLAMA_3_1_8B"  # the name, of any enum
        assert util.json_friendly_val(member.value) == PATH
