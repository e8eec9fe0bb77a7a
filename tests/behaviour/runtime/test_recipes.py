"""The recipes of docs/runtime.md, run as they stand there, on the sample package."""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import click
import huggingface_hub
import pydantic
import pytest
import typer
import yaml
from click.shell_completion import CompletionItem, ShellComplete
from click.testing import CliRunner
from typer.testing import CliRunner as TyperRunner

DOCS = Path(__file__).parents[3] / "docs" / "runtime.md"
PATH = "unsloth/Llama-3.1-8B"
CLOSEST = "'unsloth/Llama-3.1-8B', 'unsloth/Llama-3.2-1B', 'unsloth/Llama-3.1-8B-Instruct'"


def recipe(start: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run the first code block after this text; return what is defined then."""
    block = DOCS.read_text("utf-8").partition(start)[2].partition("```python\n")[2]
    exec(block.partition("```")[0], names)
    return names


@pytest.fixture
def names(fresh: ModuleType) -> dict[str, Any]:
    given = {"Models": fresh.Models, "Annotated": Annotated, "CompletionItem": CompletionItem}
    modules = (argparse, click, huggingface_hub, pydantic, typer)
    given |= {module.__name__: module for module in modules} | {"__name__": "recipes"}
    return recipe("## A model as an argument", given)


def test_yaml_and_model_cards_hold_the_path(names: dict[str, Any]) -> None:
    Models, member = names["Models"], names["Models"].LLAMA_3_1_8B
    card = huggingface_hub.ModelCardData(base_model=str(member))
    assert card.to_yaml() == f"base_model: {PATH}"
    dumpers = (yaml.Dumper, yaml.SafeDumper)
    held = [dict(dumper.yaml_multi_representers) for dumper in dumpers]
    try:
        recipe("**YAML and model cards.**", names)
        assert yaml.dump({"model": member}) == yaml.safe_dump({"model": member})
        assert yaml.safe_load(yaml.dump([member])) == [PATH]
        card = huggingface_hub.ModelCardData(base_model=[member, Models.LLAMA_3_2_1B])
        assert yaml.safe_load(card.to_yaml()) == {"base_model": [PATH, "unsloth/Llama-3.2-1B"]}
    finally:
        for dumper, representers in zip(dumpers, held, strict=True):
            dumper.yaml_multi_representers = representers


def test_sqlalchemy_stores_the_path(names: dict[str, Any]) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

    names |= {"sqlalchemy": sqlalchemy, "DeclarativeBase": DeclarativeBase}
    base = recipe("**SQLAlchemy**", names)["Base"]
    annotations = {"id": Mapped[int], "model": Mapped[names["Models"]]}
    columns = {"__tablename__": "run", "id": mapped_column(primary_key=True)}
    run = type("Run", (base,), {**columns, "__annotations__": annotations})
    engine = sqlalchemy.create_engine("sqlite://")
    base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(run(id=1, model=names["Models"].LLAMA_3_1_8B))
        session.commit()
        assert session.execute(sqlalchemy.text("select model from run")).all() == [(PATH,)]
        assert session.get(run, 1).model is names["Models"].LLAMA_3_1_8B


def test_argparse_takes_a_path(names: dict[str, Any]) -> None:
    parser = argparse.ArgumentParser(prog="train", exit_on_error=False)
    recipe("**argparse.**", names | {"parser": parser})
    assert parser.parse_args(["--model", PATH]).model is names["Models"].LLAMA_3_1_8B
    assert len(parser.format_help()) < 200
    with pytest.raises(argparse.ArgumentError, match="candidates: 'unsloth/Llama") as raised:
        parser.parse_args(["--model", "unsloth/Lama-3.1-8B"])
    assert len(str(raised.value)) < 300


def test_click_takes_a_path_and_completes_it(names: dict[str, Any]) -> None:
    source = DOCS.read_text("utf-8").partition("**click** and **typer**")[2]
    source = source.partition("```python\n")[2].partition("```")[0]
    exec(source.partition("def parsed(")[0].replace("...", "click.echo(repr(model))"), names)
    option = f"<Models.LLAMA_3_1_8B: '{PATH}'>\n"
    command = click.command()(names["train"])
    assert CliRunner().invoke(command, ["--model", PATH]).output == option
    wrong = CliRunner().invoke(command, ["--model", "unsloth/Lama-3.1-8B"])
    assert wrong.exit_code == 2 and "unsloth/Llama-3.1-8B" in wrong.output
    assert len(wrong.output) < 600
    complete = ShellComplete(command, {}, "train", "_TRAIN_COMPLETE")
    found = complete.get_completions(["--model"], "unsloth/Llama-3.2-1B-I")
    assert [item.value for item in found][:2] == [
        "unsloth/Llama-3.2-1B-Instruct",
        "unsloth/Llama-3.2-1B-Instruct-bnb-4bit",
    ]


def test_typer_takes_a_path(names: dict[str, Any]) -> None:
    source = DOCS.read_text("utf-8").partition("**click** and **typer**")[2]
    source = source.partition("```python\n")[2].partition("```")[0]
    train = source.partition("train(model: Models) -> None: ...\n")[2]
    exec(train.replace("None: ...", "None: print(repr(model))"), names)
    app = typer.Typer(add_completion=False)
    app.command()(names["train"])
    right = TyperRunner().invoke(app, ["--model", PATH])
    assert right.output == f"<Models.LLAMA_3_1_8B: '{PATH}'>\n", right.output
    wrong = TyperRunner().invoke(app, ["--model", "unsloth/Lama-3.1-8B"])
    assert wrong.exit_code == 2 and len(wrong.output) < 1500
    assert len(TyperRunner().invoke(app, ["--help"]).output) < 1500


def test_pydantic_takes_a_path(names: dict[str, Any]) -> None:
    names |= {"app": type("App", (), {"get": lambda self, path: lambda function: function})()}
    job = recipe("**pydantic** and **FastAPI**", names)["Job"]
    member = names["Models"].LLAMA_3_1_8B
    assert job(model=PATH).model is job(model=member).model is member
    assert job(model=PATH).model_dump_json() == f'{{"model":"{PATH}"}}'
    with pytest.raises(pydantic.ValidationError) as raised:
        job(model="unsloth/Lama-3.1-8B")
    assert "unsloth/Llama-3.1-8B" in str(raised.value) and len(str(raised.value)) < 600
    assert job.model_json_schema()["properties"]["model"] == {
        "examples": [PATH],
        "type": "string",
    }


def test_fastapi_takes_a_path(names: dict[str, Any]) -> None:
    fastapi = pytest.importorskip("fastapi")
    client = pytest.importorskip("starlette.testclient", exc_type=Exception)
    app = fastapi.FastAPI()
    recipe("**pydantic** and **FastAPI**", names | {"app": app})
    assert client.TestClient(app).get(f"/train?model={PATH}").status_code == 200
    wrong = client.TestClient(app).get("/train?model=unsloth/Lama-3.1-8B")
    assert wrong.status_code == 422 and len(wrong.text) < 800
    assert len(str(app.openapi())) < 4000


def test_cloudpickle_by_value(folder: Path) -> None:
    """Loaded where the package is not, the members are those of a plain StrEnum."""
    library = Path(pytest.importorskip("cloudpickle").__file__).parents[1]
    code = f"""
import sys; sys.path[:0] = {[str(folder), str(library)]!r}
import cloudpickle, generated, plain
for module in (generated, plain):
    cloudpickle.register_pickle_by_value(module)

def dump(Models):
    return cloudpickle.dumps([Models.LLAMA_3_1_8B, Models, lambda: [m.name for m in Models]])

print([dump(generated.Models), dump(plain.Models)])
"""
    command = [sys.executable, "-I", "-S", "-c"]
    dumps = subprocess.run([*command, code], check=True, capture_output=True, text=True).stdout
    load = f"""
import sys; sys.path.insert(0, {str(library)!r})
import pickle

def seen(data):
    member, Models, function = pickle.loads(data)
    try:
        error = Models("nope")
    except ValueError as caught:
        error = str(caught)[:6]
    return (
        member is Models.LLAMA_3_1_8B, str(member), member.name, type(Models).__name__, error,
        Models(member.value) is member, Models[member.name] is member, function(), len(Models),
        pickle.loads(pickle.dumps(str(member))), isinstance(member, str), [m.value for m in Models],
    )

ours, plain = map(seen, {dumps.strip()})
assert ours == plain, [(a, b) for a, b in zip(ours, plain) if a != b]
assert "generated" not in sys.modules
print(ours[:4])
"""
    done = subprocess.run([*command, load], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout == f"(True, '{PATH}', 'LLAMA_3_1_8B', 'EnumType')\n"


def test_wandb_takes_the_path(fresh: ModuleType) -> None:
    json_friendly = pytest.importorskip("wandb.util").json_friendly
    assert json_friendly(fresh.Models.LLAMA_3_1_8B.value) == (PATH, False)


def test_the_docs_are_short_of_no_recipe() -> None:
    text = DOCS.read_text("utf-8")
    for library in ("YAML", "Weights & Biases", "SQLAlchemy", "pickle", "argparse", "click"):
        assert re.search(rf"\*\*{library}\.?\b", text), library
