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


NEAREST: list[tuple[str, list[str], list[str]]] = [
    # A query that finds nothing, its words that fit nothing, and the first of what is closest.
    ("lama 3.1 8b", ["lama"], ["unsloth/Llama-3.1-8B"]),
    ("llamma 3.1", ["llamma"], ["unsloth/Llama-3.1-8B"]),
    ("qwem3 8b", ["qwem3"], ["unsloth/Qwen3-8B"]),
    ("mistrall 7b", [], ["unsloth/mistral-7b"]),
    ("deepsek r1", ["deepsek"], ["unsloth/DeepSeek-R1"]),
    ("phi-4-mini-instrct", ["instrct"], ["unsloth/Phi-4-mini-instruct"]),
    ("qwen3 8b guf", ["guf"], ["unsloth/Qwen3-8B-GGUF"]),
    ("qwen3 32b awq", ["awq"], ["unsloth/Qwen3-32B"]),
    ("qwen3 reranker", ["reranker"], ["unsloth/Qwen3-0.6B"]),
    ("Qwen1.5-7B", [], ["unsloth/Qwen2.5-7B"]),
    ("Qwen/Qwen3-8B-GGUF", [], ["unsloth/Qwen3-8B-GGUF"]),
    ("hf.co/bartowski/Qwen3-8B-GGUF:Q4_K_M", ["bartowski"], ["unsloth/Qwen3-8B-GGUF"]),
    ("mistral:7b-instruct-v0.3-q4_K_M", [], ["unsloth/mistral-7b-instruct-v0.3"]),
    ("mistral-small:22b", [], ["unsloth/Mistral-Small-24B-Base-2501"]),
    ("magistral 24b", [], ["unsloth/Magistral-Small-2509"]),
    ("kimi-k2:1t", ["1t"], ["unsloth/Kimi-K2-Instruct"]),
    ("glm 4.6 air", [], ["unsloth/GLM-4.5-Air"]),
    ("qwen3 omni", [], ["unsloth/Qwen2.5-Omni-3B"]),
    ("gpt-4", [], ["unsloth/gpt-oss-20b"]),
    ("gemma2:27b-instruct-q4_K_M", [], ["unsloth/gemma-2-it-GGUF"]),
    ("deepseek-r1:671b", [], ["unsloth/DeepSeek-R1"]),
    ("translategemma", ["translategemma"], []),
    ("-", [], []),
]


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
