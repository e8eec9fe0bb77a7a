"""Libraries that people hand `Models` to, each as the first to look into it."""

import argparse
import io
import json
import logging
import os
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import msgspec
import pydantic
import pytest
import typer
import yaml
from click.testing import CliRunner
from huggingface_hub import hf_hub_url
from huggingface_hub.utils import validate_repo_id
from typer.testing import CliRunner as TyperRunner

PATH = "unsloth/Llama-3.1-8B"


def test_pydantic_validates(fresh: ModuleType) -> None:
    Models = fresh.Models
    adapter = pydantic.TypeAdapter(Models)
    assert adapter.validate_python(PATH) is Models.LLAMA_3_1_8B
    assert adapter.validate_python(Models.LLAMA_3_1_8B) is Models.LLAMA_3_1_8B
    assert adapter.validate_json(f'"{PATH}"', strict=True) is Models.LLAMA_3_1_8B
    assert adapter.dump_json(Models.LLAMA_3_1_8B) == f'"{PATH}"'.encode()
    with pytest.raises(pydantic.ValidationError, match="Input should be 'unsloth/gemma-3-1b-it'"):
        adapter.validate_python("nope")


def test_pydantic_describes(fresh: ModuleType) -> None:
    schema = pydantic.TypeAdapter(fresh.Models).json_schema()
    assert schema["enum"] == [member.value for member in fresh.Models]
    assert schema["type"] == "string"
    assert schema["description"] == "The id of a model on the Hugging Face Hub."


def test_msgspec_decodes(fresh: ModuleType) -> None:
    Models = fresh.Models
    assert msgspec.json.decode(f'"{PATH}"', type=Models) is Models.LLAMA_3_1_8B
    assert msgspec.json.encode(Models.LLAMA_3_1_8B) == f'"{PATH}"'.encode()
    packed = msgspec.msgpack.encode(Models.LLAMA_3_1_8B)
    assert msgspec.msgpack.decode(packed, type=Models) is Models.LLAMA_3_1_8B
    with pytest.raises(msgspec.ValidationError, match="Invalid enum value 'nope'"):
        msgspec.json.decode('"nope"', type=Models)


def test_msgspec_describes(fresh: ModuleType) -> None:
    found: Any = msgspec.json.schema(fresh.Models)
    assert found["$defs"]["Models"]["enum"] == sorted(member.value for member in fresh.Models)


def test_click_chooses(fresh: ModuleType) -> None:
    @click.command()
    @click.option("--model", type=click.Choice(fresh.Models, case_sensitive=False))
    def command(model: object) -> None:
        click.echo(repr(model))

    result = CliRunner().invoke(command, ["--model", "llama_3_1_8b"])
    assert result.output == f"<Models.LLAMA_3_1_8B: '{PATH}'>\n"
    assert "'NOPE' is not one of" in CliRunner().invoke(command, ["--model", "NOPE"]).output


def test_typer_chooses(fresh: ModuleType) -> None:
    app = typer.Typer()

    def command(model: Any = fresh.Models.LLAMA_3_1_8B) -> None:
        print(repr(model))

    command.__annotations__["model"] = fresh.Models
    app.command()(command)
    run = TyperRunner().invoke
    assert run(app, []).output == f"<Models.LLAMA_3_1_8B: '{PATH}'>\n"
    chosen = run(app, ["--model", "unsloth/Llama-3.2-1B"]).output
    assert chosen == "<Models.LLAMA_3_2_1B: 'unsloth/Llama-3.2-1B'>\n"
    assert run(app, ["--model", "nope"]).exit_code == 2


def test_argparse_chooses(fresh: ModuleType) -> None:
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--model", type=fresh.Models)
    assert parser.parse_args(["--model", PATH]).model is fresh.Models.LLAMA_3_1_8B
    with pytest.raises(argparse.ArgumentError, match="invalid Models value: 'nope'"):
        parser.parse_args(["--model", "nope"])


def test_json_writes_the_path(fresh: ModuleType) -> None:
    member = fresh.Models.LLAMA_3_1_8B
    assert json.dumps({member: [member]}) == f'{{"{PATH}": ["{PATH}"]}}'


def test_the_hub_client_takes_it(fresh: ModuleType) -> None:
    for member in fresh.Models:
        validate_repo_id(member)
    assert hf_hub_url(fresh.Models.LLAMA_3_1_8B, "config.json").endswith(
        f"/{PATH}/resolve/main/config.json"
    )


def test_paths_take_it(fresh: ModuleType) -> None:
    member = fresh.Models.LLAMA_3_1_8B
    assert (Path("models") / member).parts == ("models", "unsloth", "Llama-3.1-8B")
    assert os.path.join("models", member) == os.path.join("models", PATH)  # noqa: PTH118


def test_logging_shows_the_path(fresh: ModuleType) -> None:
    stream = io.StringIO()
    logger = logging.getLogger("test_logging_shows_the_path")
    logger.addHandler(logging.StreamHandler(stream))
    logger.warning("loading %s", fresh.Models.LLAMA_3_1_8B)
    assert stream.getvalue() == f"loading {PATH}\n"


def test_sqlite_stores_the_path(fresh: ModuleType) -> None:
    rows = sqlite3.connect(":memory:").execute("select ?", [fresh.Models.LLAMA_3_1_8B])
    assert rows.fetchone() == (PATH,)


def test_yaml_dumps_the_value_and_refuses_the_member(fresh: ModuleType) -> None:
    """`safe_dump` knows the exact type str and no other, of any enum; docs/runtime.md says so."""
    member = fresh.Models.LLAMA_3_1_8B
    assert yaml.safe_dump({"model": member.value}) == f"model: {PATH}\n"
    with pytest.raises(yaml.representer.RepresenterError):
        yaml.safe_dump({"model": member})

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_multi_representer(
        fresh.Models, lambda dumper, data: dumper.represent_str(data.value)
    )
    assert yaml.dump({"model": member}, Dumper=Dumper) == f"model: {PATH}\n"
