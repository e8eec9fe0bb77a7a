"""A project with a part of the catalog, and the queries that all four ways of searching answer."""

import csv
import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.commands import run

HERE = Path(__file__).parent


class Query(NamedTuple):
    """A line of queries.tsv."""

    text: str
    count: int
    first: str
    """The path of the first hit, "-" for none."""


def queries() -> list[Query]:
    with (HERE / "queries.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [Query(text, int(count), first) for text, count, first in rows]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project, with its package generated."""
    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(HERE / "definitions", folder / "definitions")
    shutil.copy(HERE / "pyproject.toml", folder)
    done = run("generate", cwd=folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="session")
def package(project: Path) -> Iterator[ModuleType]:
    """Its generated package, imported under a name of its own."""
    name = "searched_models"
    place = project / "generated" / "__init__.py"
    spec = importlib.util.spec_from_file_location(name, place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    yield module
    for loaded in [m for m in sys.modules if m.partition(".")[0] == name]:
        del sys.modules[loaded]
