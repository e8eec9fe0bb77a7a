"""A project in a git repository, and the commands run on it in this process."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.cli.main import cli

from ..conftest import PYPROJECT, Project, Result

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
    """A project whose commands are run in this process, in its folder."""

    monkeypatch: pytest.MonkeyPatch = field(kw_only=True)

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        self.monkeypatch.chdir(cwd or self.root)
        done = CliRunner().invoke(cli, arguments, env=environment, prog_name="hubenum")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Result(done.exit_code, done.stdout, done.stderr)

    def git(self, *arguments: str) -> str:
        """What git says; it may fail, as a merge with a conflict does."""
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        settings = ["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"]
        command = ["git", *who, *settings, *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, encoding="utf-8")
        return done.stdout + done.stderr

    def commit(self, message: str = "more") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A generated project that is in no repository."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    checkout = Checkout(tmp_path / "acme", monkeypatch=monkeypatch)
    (checkout.root / "definitions").mkdir(parents=True)
    (checkout.root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    checkout.define("tiny", TINY)
    assert checkout.run("generate").code == 0
    return checkout


@pytest.fixture
def checkout(plain: Checkout) -> Checkout:
    """A generated project, committed."""
    plain.git("init", "--quiet")
    plain.commit("first")
    return plain
