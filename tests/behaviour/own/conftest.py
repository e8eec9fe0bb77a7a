"""hubenum as it is installed from its wheel, and folders of other people."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.commands import ROOT, TOOLS, Result, run, run_process

TINY = '''"""Tiny, by Acme."""

from codegen.schema import NONE, ModelMeta, verify

TINY_1 = ModelMeta(
    org="acme", base_name="Tiny", model_version="1", quant_types=[NONE], original=None
)

if __name__ == "__main__":
    verify(__file__)
'''


@dataclass(frozen=True)
class Installed:
    """A folder that hubenum was installed into."""

    folder: Path

    @property
    def script(self) -> str:
        """The console script."""
        return str(self.folder / "bin" / "hubenum")

    @property
    def module(self) -> Sequence[str]:
        """The same as a module."""
        return (sys.executable, "-m", "codegen")

    @property
    def environment(self) -> dict[str, str]:
        """What makes it importable, the console script found, and git know who commits."""
        path = os.pathsep.join([str(self.folder / "bin"), TOOLS, os.environ["PATH"]])
        who = {f"GIT_{role}_{what}": f"ada{'@example.org' * (what == 'EMAIL')}"
               for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON"))}
        cache = str(self.folder.parent / "cache")
        own = {"PATH": path, "PYTHONPATH": str(self.folder), "XDG_CACHE_HOME": cache}
        return {**plain, **who, **own}

    def run(self, *command: str, cwd: Path, **environment: str) -> Result:
        """What a command says and leaves behind; "hubenum" is the console script."""
        return run_process(command, cwd=cwd, environment={**self.environment, **environment})


def build(what: str, folder: Path) -> Path:
    """The wheel or the sdist of this checkout, built without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", what, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("site-packages")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    offline = ["--disable-pip-version-check", "--no-compile"]
    command = [*pip, *offline, "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return Installed(folder)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of a folder but byte code, by relative name."""
    files = (p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in files}


class Folder:
    """A folder in which commands are run in this process."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()

    def run(self, *arguments: str) -> Result:
        return run(*arguments, cwd=self.root, XDG_CACHE_HOME=str(self.root.parent / "cache"))

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def settings(self) -> dict[str, str]:
        text = (self.root / "pyproject.toml").read_text("utf-8")
        return tomllib.loads(text)["tool"]["hubenum"]


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    folder = Folder(tmp_path / "acme")
    monkeypatch.chdir(folder.root)
    return folder
