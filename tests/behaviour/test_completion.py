"""Completion in real shells: what appears after TAB."""

import fcntl
import os
import pty
import re
import select
import shutil
import stat
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from .conftest import HOUSE, Project

CONSTANTS = ["LLAMA_3_1_8B", "LLAMA_3_1_8B_BNB", "LLAMA_3_1_8B_UNSLOTH", "LLAMA_3_1_8B_ORIGINAL"]


@pytest.fixture
def environment(project: Project, tmp_path: Path) -> dict[str, str]:
    """An environment with `hubenum` on the PATH."""
    script = tmp_path / "bin" / "hubenum"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nPYTHONPATH={HOUSE} exec {sys.executable} -m codegen "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    path = os.pathsep.join([str(script.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def shell(name: str) -> str:
    return shutil.which(name) or pytest.skip(f"there is no {name} here")


class Typist:
    """A shell at a terminal."""

    def __init__(self, words: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.terminal, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 500, 0, 0))
        self.process = subprocess.Popen(
            words, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other,
            start_new_session=True,
        )  # fmt: skip
        os.close(other)

    def type(self, keys: str, until: str) -> str:
        """What the terminal shows from here on, as soon as it matches."""
        os.write(self.terminal, keys.encode())
        shown, end = "", time.monotonic() + 20
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                shown += os.read(self.terminal, 4096).decode(errors="replace")
            if re.search(until, shown, re.DOTALL):
                return shown
        raise AssertionError(f"no {until!r} in {shown!r}")

    def leave(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


def test_bash(project: Project, environment: dict[str, str]) -> None:
    words = [shell("bash"), "--norc", "--noprofile", "-i"]
    bash = Typist(words, project.root, {**environment, "PS1": "> "})
    try:
        bash.type('eval "$(hubenum completion bash)"; echo re""ady\n', "ready")
        bash.type("hubenum sea\t", "hubenum search ")
        bash.type("llama_3_1_8b_i\t", "LLAMA_3_1_8B_INSTRUCT")
        bash.type("_b\t", "BNB ")
        bash.type("--qua\t", "--quant ")
        bash.type("unsl\t", "unsloth ")
        bash.type("unsloth/Llama-3.1-8B-b\t", "nb-4bit ")
        bash.type("--family l\t", "llama ")
        bash.type("-q\n", "Nothing found")  # no upload is both
    finally:
        bash.leave()


def test_zsh(project: Project, environment: dict[str, str]) -> None:
    zsh = Typist([shell("zsh"), "-f", "-i"], project.root, {**environment, "PS1": "> "})
    try:
        zsh.type("autoload -U compinit; compinit -u -D\n", "> ")
        zsh.type('eval "$(hubenum completion zsh)"; echo re""ady\n', "ready")
        zsh.type("hubenum sea\t", "search ")
        zsh.type("LLAMA_3_1_8B_INSTRUCT_B\t", "NSTRUCT_BNB ")
    finally:
        zsh.leave()


def test_fish(project: Project, environment: dict[str, str]) -> None:
    script = "hubenum completion fish | source; complete -C 'hubenum search LLAMA_3_1_8B'"
    done = subprocess.run(
        [shell("fish"), "--no-config", "-c", script],
        cwd=project.root, env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    found = dict(line.split("\t") for line in done.stdout.splitlines())
    assert set(CONSTANTS) <= set(found)
    assert found["LLAMA_3_1_8B_BNB"] == "unsloth/Llama-3.1-8B-bnb-4bit"


def test_the_script_is_there_outside_of_any_project(tmp_path: Path, project: Project) -> None:
    done = project.process("completion", "bash", cwd=tmp_path)  # typer changes what click writes
    assert (done.code, done.err) == (0, "")
    assert "_HUBENUM_COMPLETE=bash_complete" in done.out


def test_a_mistake_in_the_definitions_completes_nothing_and_says_nothing(project: Project) -> None:
    project.define("llama", "no python")
    asked = {"_HUBENUM_COMPLETE": "bash_complete", "COMP_WORDS": "hubenum search LL"}
    done = project.run(COMP_CWORD="2", **asked)
    assert (done.code, done.out.strip(), done.err) == (0, "", "")
