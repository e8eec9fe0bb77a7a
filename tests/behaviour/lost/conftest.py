"""A project in a git repository, and the commands run on it in this process."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commands import run_process
from tests.projects import Project

TINY = '''"""Tiny, by Acme."""

from codegen.schema import BNB, NONE, ModelMeta

TINY = ModelMeta(
    org="acme",
    base_name="Tiny",
    model_version="1",
    model_sizes=["1B", "2B"],
    quant_types=[NONE, BNB],
    original=None,
)
'''


@dataclass(frozen=True)
class Checkout(Project):
    """A project that git knows."""

    def git(self, *arguments: str) -> str:
        """What git says; it may fail, as a merge with a conflict does."""
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        settings = ["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"]
        command = ["git", *who, *settings, *arguments]
        done = run_process(command, cwd=self.root, environment={**os.environ})
        return done.out + done.err

    def commit(self, message: str = "more") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A generated project that is in no repository; the working directory."""
    checkout = Checkout.create(tmp_path / "acme", tiny=TINY)
    monkeypatch.chdir(checkout.root)
    assert checkout.run("generate").code == 0
    return checkout


@pytest.fixture
def checkout(plain: Checkout) -> Checkout:
    """A generated project, committed."""
    plain.git("init", "--quiet")
    plain.commit("first")
    return plain
