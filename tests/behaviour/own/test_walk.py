"""Pages of the docs, followed: every command of their console blocks, and what it prints."""

import re
import subprocess
import sys
from dataclasses import dataclass
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest

from ..conftest import HOUSE
from .conftest import Installed

MARK = "--- the next command ---"

# There is no registry here: hubenum comes from the wheel of this checkout, the rest is installed.
PIP = """
pip() {{ {python} -m pip "$@" --no-deps --no-index --disable-pip-version-check; }}
case "$*" in
*hubenum*) pip install --quiet --target {folder} {wheel};;
wheel*) {python} -m pip "$@" --no-build-isolation --disable-pip-version-check;;
*) pip "$@";;
esac
"""


@dataclass(frozen=True)
class Step:
    """A command of a page, and what the page says that it prints."""

    command: str
    expected: str


def steps(page: Path) -> list[Step]:
    """Every command: what follows "$ ", with the lines that follow "> "."""
    commands: list[Step] = []
    for block in re.findall(r"^```console\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            first, *lines = step.splitlines(keepends=True)
            more = [line for line in lines if line.startswith(">")]
            command = first + "".join(re.sub(r"^> ?", "", line) for line in more)
            commands.append(Step(command, "".join(lines[len(more) :])))
    return commands


@pytest.mark.parametrize(("name", "count"), [("your-own-models.md", 21), ("ship.md", 29)])
def test_a_page_prints_what_it_says(wheel: Path, tmp_path: Path, name: str, count: int) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    here = Installed(tmp_path / "site-packages")
    pip = PIP.format(python=sys.executable, folder=here.folder, wheel=wheel)
    for program, script in {"pip": pip, "python": f'exec {sys.executable} "$@"'}.items():
        (programs / program).write_text(f"#!/usr/bin/env bash\n{script}\n")
        (programs / program).chmod(0o755)
    page = steps(HOUSE / "docs" / name)
    script = "".join(f"{step.command}code=$?; echo '{MARK}'; (exit $code)\n" for step in page)
    done = subprocess.run(
        ["bash"],
        input=script,
        cwd=tmp_path,
        env={**here.environment, "PATH": f"{programs}:{here.environment['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    *printed, rest = done.stdout.split(f"{MARK}\n")
    assert (len(printed), rest) == (len(page), "")
    for step, output in zip(page, printed, strict=True):
        if not OutputChecker().check_output(step.expected, output, ELLIPSIS):
            pytest.fail(f"$ {step.command}{output}")
    assert len(page) == count
