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
    """An environment with `hubenum` on the PATH; the definitions may not be executed."""
    assert project.run("generate").code == 0
    project.define("llama", "raise SystemExit('executed')\n")
    script = tmp_path / "bin" / "hubenum"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nPYTHONPATH={HOUSE} exec {sys.executable} -m hubenum "$@"\n')
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


def start(words: list[str], name: str, project: Project, environment: dict[str, str]) -> Typist:
    """A fresh shell that has read the file that the install line wrote to."""
    line = re.findall(r"^ +(.*hubenum completion " + name + ".*)$", help_text(project), re.M)[-1]
    folders = "mkdir -p ~/.config/fish/completions"
    subprocess.run(["bash", "-c", f"{folders}; {line}"], env=environment, check=True)
    return Typist([shell(name), *words], project.root, environment)


def help_text(project: Project) -> str:
    return project.run("completion", "--help").out


def test_bash(project: Project, environment: dict[str, str]) -> None:
    bash = start(["--noprofile", "-i"], "bash", project, environment)
    try:
        bash.type("PS1='> '; echo re\"\"ady\n", "ready")
        bash.type("hubenum sea\t", "hubenum search ")
        bash.type("llama_3_1_8b_i\t", "LLAMA_3_1_8B_INSTRUCT")
        bash.type("_b\t", "BNB ")
        bash.type("--qua\t", "--quant ")
        bash.type("unsl\t", "unsloth ")
        bash.type("unsloth/Llama-3.1-8B-b\t", "nb-4bit ")
        bash.type("--family=l\t", "lama ")
        bash.type("--quant=\t\t", "none +bnb +unsloth")
        bash.type("unsl\t", "oth ")
    finally:
        bash.leave()


def test_zsh(project: Project, environment: dict[str, str]) -> None:
    zsh = start(["-i"], "zsh", project, {**environment, "ZDOTDIR": environment["HOME"]})
    try:
        zsh.type('echo re""ady\n', "ready")
        zsh.type("hubenum sea\t", "search ")
        zsh.type("LLAMA_3_1_8B_INSTRUCT_B\t", "NSTRUCT_BNB ")
        zsh.type("--family=l\t", "llama ")
    finally:
        zsh.leave()


def test_fish(project: Project, environment: dict[str, str]) -> None:
    def complete(line: str) -> dict[str, str]:
        done = subprocess.run(
            [shell("fish"), "-c", f"complete -C '{line}'"],
            cwd=project.root, env=environment, capture_output=True, text=True, timeout=60,
            check=True,
        )  # fmt: skip
        return dict(line.split("\t") for line in done.stdout.splitlines())

    start(["-c", "true"], "fish", project, environment).leave()
    models = complete("hubenum search LLAMA_3_1_8B")
    assert set(CONSTANTS) <= set(models)
    assert models["LLAMA_3_1_8B_BNB"] == "unsloth/Llama-3.1-8B-bnb-4bit"
    assert complete("hubenum search --family=l") == {
        "--family=llama": "Llama"
    }  # click cuts at a comma


def completed(project: Project, shell: str, words: str, index: int) -> list[str]:
    asked = {"_HUBENUM_COMPLETE": f"{shell}_complete", "COMP_WORDS": words}
    done = project.python("-m", "hubenum", COMP_CWORD=str(index), **asked)
    assert (done.code, done.err) == (0, "")
    return done.out.split()


def test_another_folder_and_a_misspelled_setting(project: Project, tmp_path: Path) -> None:
    project.run("generate")
    words = f"hubenum -C {project.root} search LLAMA_3_1_8B_IN"
    (tmp_path / "elsewhere").mkdir()
    asked = {"_HUBENUM_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "4"}
    done = project.python("-m", "hubenum", cwd=tmp_path / "elsewhere", **asked)
    assert "plain,LLAMA_3_1_8B_INSTRUCT_BNB" in done.out.splitlines()
    (project.root / "pyproject.toml").write_text("[tool.hubenumm]\n")
    assert completed(project, "bash", "hubenum search LL", 2) == []


def test_where_there_is_no_project_the_models_of_hubenum_are_completed(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    lines = completed(Project(tmp_path / "empty"), "bash", "hubenum search --family = smol", 4)
    assert lines == ["plain,smollm"]


def test_namespaces(project: Project) -> None:
    project.run("generate")
    assert completed(project, "bash", "hubenum search --org ", 3) == [
        "plain,meta-llama",
        "plain,unsloth",
    ]
    assert completed(project, "bash", "hubenum search --org uns", 3) == ["plain,unsloth"]


def test_nothing_is_completed_before_anything_is_generated(project: Project) -> None:
    assert completed(project, "bash", "hubenum search LL", 2) == []


def test_the_script_is_there_outside_of_any_project(tmp_path: Path, project: Project) -> None:
    done = project.process("completion", "bash", cwd=tmp_path)  # typer changes what click writes
    assert (done.code, done.err) == (0, "")
    assert "_HUBENUM_COMPLETE=bash_complete" in done.out
