"""The sample package on disk, beside a plain StrEnum of the same members."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from codegen.render.text import render

from .records import FAMILIES


def write_package(folder: Path, name: str) -> None:
    """Write the package of the sample families as `name`, and `plain.py`, into the folder."""
    package = folder / name
    package.mkdir(parents=True)
    for file, text in render(FAMILIES).items():
        (package / file).write_text(text, encoding="utf-8", newline="\n")
    members = [
        f"    {model.constant} = {model.repo_id!r}\n"
        for family in FAMILIES
        for model in family.models
    ]
    head = "from enum import StrEnum\n\n\nclass Models(StrEnum):\n"
    (folder / "plain.py").write_text(
        f'{head}    """The id of a model on the Hugging Face Hub."""\n\n{"".join(members)}'
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package `generated` and the module `plain`."""
    path = tmp_path_factory.mktemp("sample")
    write_package(path, "generated")
    return path


@pytest.fixture
def fresh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The sample package as nobody has looked into it yet."""
    held = {name: module for name, module in sys.modules.items() if _is_generated(name)}
    for name in held:
        del sys.modules[name]
    monkeypatch.syspath_prepend(str(folder))
    yield importlib.import_module("generated")
    for name in [name for name in sys.modules if _is_generated(name)]:
        del sys.modules[name]
    sys.modules.update(held)


def _is_generated(name: str) -> bool:
    return name.partition(".")[0] == "generated"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The sample package, imported under a name of its own."""
    path = tmp_path_factory.mktemp("imported")
    write_package(path, "sample_models")
    sys.path.insert(0, str(path))
    try:
        return importlib.import_module("sample_models")
    finally:
        sys.path.remove(str(path))
