"""Every mistake of a definition's author has a folder: the input beside the expected error."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.load.extends import Folder
from codegen.models.expand import read
from codegen.problem import DefinitionError

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_refusal(
    folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(DefinitionError) as refusal:
        read(Folder(Path(), "unsloth"))
    golden(folder / "expected.txt", "".join(f"{problem}\n" for problem in refusal.value.problems))
