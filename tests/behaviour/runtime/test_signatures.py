"""What libraries that read signatures make of the functions of the package."""

import inspect
import typing
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pydantic
import pytest
import typer
from typer.testing import CliRunner

NAMES = ["search_models", "find", "with_quant"]


def functions(package: ModuleType) -> dict[str, Callable[..., Any]]:
    member = package.Models.LLAMA_3_1_8B
    return {
        "search_models": package.search_models,
        "find": package.Models.find,
        "with_quant": member.with_quant,
    }


@pytest.mark.parametrize("name", NAMES)
def test_hints_and_signature(fresh: ModuleType, name: str) -> None:
    function = functions(fresh)[name]
    hints = typing.get_type_hints(function)
    assert inspect.get_annotations(function, eval_str=True).keys() == hints.keys()
    assert hints.keys() == {*inspect.signature(function).parameters, "return"}
    expected: Any = list[fresh.Models] if name == "search_models" else fresh.Models  # type: ignore[name-defined]
    assert hints["return"] == expected


def test_hints_of_variants(fresh: ModuleType) -> None:
    variants = inspect.getattr_static(fresh.Models, "variants")
    expected: Any = tuple[fresh.Models, ...]  # type: ignore[name-defined]
    assert typing.get_type_hints(variants.fget) == {"return": expected}


def test_validate_call(fresh: ModuleType) -> None:
    calls = {name: pydantic.validate_call(f) for name, f in functions(fresh).items()}
    Models = fresh.Models
    assert calls["find"]("llama 3.1 8b") is Models.LLAMA_3_1_8B
    assert calls["with_quant"]("bnb-4bit") is Models.LLAMA_3_1_8B_BNB
    found = calls["search_models"](text="llama 3.1 8b", quant_types=fresh.QuantType.BNB, size=8)
    assert found == [Models.LLAMA_3_1_8B_BNB, Models.LLAMA_3_1_8B_INSTRUCT_BNB]
    with pytest.raises(pydantic.ValidationError, match="modality"):
        calls["search_models"](modality="visoin")
    with pytest.raises(pydantic.ValidationError, match="bnb-4bit"):
        calls["with_quant"]("no such")


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("search_models", ["--text", "llama 3.1 8b", "--quant-types", "bnb-4bit"], 0),
        ("search_models", ["--modality", "visoin"], 2),
        ("search_models", ["--help"], 0),
        ("find", ["llama 3.1 8b"], 0),
        ("with_quant", ["bnb-4bit"], 0),
        ("with_quant", ["no such"], 2),
    ],
)
def test_typer(fresh: ModuleType, name: str, arguments: list[str], code: int) -> None:
    app = typer.Typer(add_completion=False)
    app.command()(functions(fresh)[name])
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == code, done.output
