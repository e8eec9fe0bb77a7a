"""Definitions beside what they expand to: constant, repo id, original, as a table."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.load.extends import Folder
from codegen.models.expand import read

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_expansion(folder: Path, golden: Callable[[Path, str], None]) -> None:
    families = read(Folder(folder, "unsloth"))
    models = [model for family in families for model in family.models]
    lines = [f"{m.constant}\t{m.repo_id}\t{m.original or '-'}\t{m.stem}\n" for m in models]
    golden(folder / "expected.tsv", "".join(lines))
