"""Made-up definitions, generated and imported: the members are what the fields spell."""

import importlib
import itertools
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.projects import Project

from .conftest import ROUND

HEAD = '"""Made up."""\n\nfrom codegen.schema import BNB, FP8, GGUF, NONE, UNSLOTH, ModelMeta\n'
QUANTS = {
    "NONE": "",
    "BNB": "-bnb-4bit",
    "UNSLOTH": "-unsloth-bnb-4bit",
    "GGUF": "-GGUF",
    "FP8": "-FP8",
}

words = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,7}", fullmatch=True)
versions = st.from_regex(r"[0-9]{1,2}(\.[0-9]{1,2})?", fullmatch=True)
sizes = st.lists(
    st.from_regex(r"[1-9][0-9]{0,2}B", fullmatch=True), min_size=1, max_size=3, unique=True
)
tags = st.lists(
    st.sampled_from([None, "Instruct", "Base", "it"]), min_size=1, max_size=3, unique=True
)
quants = st.lists(st.sampled_from([*QUANTS]), min_size=1, max_size=4, unique=True)

Release = tuple[str, str, list[str], list[str | None], list[str]]
releases = st.tuples(words, versions, sizes, tags, quants)


def source(number: int, release: Release) -> str:
    name, version, sizes, tags, quants = release
    return f"""
R{number} = ModelMeta(
    org="acme",
    base_name={name!r},
    model_version={version!r},
    model_sizes={sizes!r},
    instruct_tags={tags!r},
    quant_types=[{", ".join(quants)}],
)
"""


def spelled(releases: Sequence[Release]) -> set[str]:
    """The ids by hand: the product of the fields, and an original for each size and tag."""
    ids: set[str] = set()
    for name, version, sizes, tags, quants in releases:
        for size, tag in itertools.product(sizes, tags):
            stem = "-".join(part for part in (name, version, size, tag) if part)
            ids |= {f"acme/{stem}", *(f"unsloth/{stem}{QUANTS[quant]}" for quant in quants)}
    return ids


def members(folder: Path) -> dict[str, str]:
    """Name and value of every member of a generated package, imported afresh."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "fuzzed"]:
        del sys.modules[name]
    importlib.invalidate_caches()
    sys.path.insert(0, str(folder))
    try:
        models = importlib.import_module("fuzzed").Models
        assert all(models(m.value) is m and models[m.name] is m for m in models)
        return {m.name: m.value for m in models}
    finally:
        sys.path.remove(str(folder))


def test_the_members_are_what_the_fields_spell(
    tmp_path: Path, rounds: Callable[[Callable[[], None]], None]
) -> None:
    numbers = itertools.count()

    @ROUND
    @given(st.lists(releases, min_size=1, max_size=3, unique_by=lambda r: (r[0].lower(), r[1])))
    def check(made: list[Release]) -> None:
        project = Project.create(tmp_path / str(next(numbers)))
        project.define("made", HEAD + "".join(source(n, r) for n, r in enumerate(made)))
        done = project.run("generate")
        if done.code == 2:  # two names that fold to one, for instance: explained, nothing written
            assert "nothing was changed" in done.err and not project.models.exists()
        else:
            assert (done.code, done.err) == (0, "")
            shutil.copytree(project.models.parent, project.root / "fuzzed")
            assert set(members(project.root).values()) == spelled(made)
            assert project.run("check").code == 0
        shutil.rmtree(project.root)

    rounds(check)
