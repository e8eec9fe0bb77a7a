"""Every mistake in [tool.hubenum] has a folder: what pyproject.toml says beside the expected error.

It goes by another name there, lest every tool that looks for its own settings stumbles on it.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.problem import DefinitionError
from codegen.project.config import find_config

CASES = sorted(path for path in (Path(__file__).parent / "settings").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_refusal(
    folder: Path,
    tmp_path: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = shutil.copytree(folder, tmp_path / "project")
    (project / "settings.toml").rename(project / "pyproject.toml")
    monkeypatch.chdir(project)
    with pytest.raises(DefinitionError) as refusal:
        find_config(project)
    golden(folder / "expected.txt", "".join(f"{problem}\n" for problem in refusal.value.problems))
