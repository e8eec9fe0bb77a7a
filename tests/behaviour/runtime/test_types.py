"""Four type checkers accept what is right, with exact types, and refuse what is wrong."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands import TOOLS

TYPES = Path(__file__).parent / "types"
FILES = ("accepted.py", "refused.py")

CHECKERS = {
    "mypy": ["mypy", "--strict", "--no-incremental", "--no-error-summary"],
    "basedpyright": ["basedpyright"],
    "ty": ["ty", "check", "--output-format", "concise"],
    "pyrefly": ["pyrefly", "check", "--output-format", "min-text"],
}

CONFIGURATION = {
    "pyrightconfig.json": '{"typeCheckingMode": "strict"}',
    # `override` would have to be imported from typing, which the package does not do.
    "pyrefly.toml": 'preset = "strict"\n[errors]\nmissing-override-decorator = false\n',
    "ty.toml": "",
    "mypy.ini": "[mypy]\n",
}


@pytest.fixture(scope="module")
def project(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample package, the two files and nothing else."""
    path = tmp_path_factory.mktemp("types")
    shutil.copytree(folder / "generated", path / "generated")
    for name in FILES:
        shutil.copy(TYPES / name, path / name)
    for name, text in CONFIGURATION.items():
        (path / name).write_text(text)
    return path


@pytest.mark.parametrize("checker", CHECKERS)
def test_refuses_exactly_what_is_wrong(project: Path, checker: str) -> None:
    program, *arguments = CHECKERS[checker]
    checker = shutil.which(program, path=TOOLS)
    assert checker, f"{program} is not installed"
    command = [checker, *arguments, *FILES, "generated"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    errors = [line for line in done.stdout.splitlines() if re.search(r"\berror\b|^ERROR", line)]
    places = {
        (match["file"], int(match["line"]))
        for line in errors
        if (match := re.search(r"(?P<file>[\w/]+\.pyi?):(?P<line>\d+)[:-]", line))
    }
    wrong = (TYPES / "refused.py").read_text().splitlines()
    expected = {number for number, line in enumerate(wrong, 1) if line.endswith("# refused")}
    shown = done.stdout + done.stderr
    assert {Path(file).name for file, _ in places} == {"refused.py"}, shown
    assert {line for _, line in places} == expected, shown
