"""Every mistake in [tool.hubenum] has a folder: the pyproject.toml beside the expected error."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.config import find_config
from codegen.problem import DefinitionError

CASES = sorted(path for path in (Path(__file__).parent / "settings").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_refusal(
    folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(DefinitionError) as refusal:
        find_config(folder)
    golden(folder / "expected.txt", "".join(f"{problem}\n" for problem in refusal.value.problems))
