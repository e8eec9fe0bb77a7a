"""The walk in the docs, done: every command of its console blocks, and what it prints."""

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

from ..conftest import HOUSE
from .conftest import Installed

WALK = HOUSE / "docs" / "your-own-models.md"
MARK = "--- the next command ---"


@dataclass(frozen=True)
class Step:
    """A command of the walk, and what the docs say it prints."""

    command: str
    said: str


def steps() -> list[Step]:
    """Every command: what follows "$ ", with the lines that follow "> "."""
    found: list[Step] = []
    for block in re.findall(r"^```console\n(.*?)^```$", WALK.read_text("utf-8"), re.M | re.S):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            first, *lines = step.splitlines(keepends=True)
            more = [line for line in lines if line.startswith(">")]
            command = first + "".join(re.sub(r"^> ?", "", line) for line in more)
            found.append(Step(command, "".join(lines[len(more) :])))
    return found


def test_the_walk_is_as_the_docs_say(wheel: Path, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    here = Installed(tmp_path / "site-packages")
    # There is no registry here: whoever asks for hubenum gets the wheel of this checkout.
    offline = f"--no-deps --no-index --disable-pip-version-check --target {here.folder}"
    pip = f'{sys.executable} -m pip "${{@:1:$#-1}}" {offline} {shlex.quote(str(wheel))}'
    for name, script in {"pip": pip, "python": f'exec {sys.executable} "$@"'}.items():
        (programs / name).write_text(f"#!/usr/bin/env bash\n{script}\n")
        (programs / name).chmod(0o755)
    path = f"{programs}:{here.environment['PATH']}"
    walk = steps()
    script = "".join(f"{step.command}code=$?; echo '{MARK}'; (exit $code)\n" for step in walk)
    done = subprocess.run(
        ["bash"],
        input=script,
        cwd=tmp_path,
        env={**here.environment, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    *printed, rest = done.stdout.split(f"{MARK}\n")
    assert (len(printed), rest) == (len(walk), "")
    for step, found in zip(walk, printed, strict=True):
        told = f"$ {step.command}{found}"
        assert OutputChecker().check_output(step.said, found, ELLIPSIS), told
    assert len(walk) == 15 and walk[0].command == "pip install --quiet hubenum\n"
