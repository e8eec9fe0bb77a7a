"""A project of somebody's own in a temporary folder, and the commands run on it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]

LLAMA = '''"""Llama, by Meta."""

from codegen.schema import BNB, NONE, UNSLOTH, ModelMeta

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B"],
    instruct_tags=[None, "Instruct"],
    quant_types=[NONE, BNB, UNSLOTH],
)
'''

PYPROJECT = """[tool.hubenum]
definitions = "definitions"
output = "generated"
uploader = "unsloth"
"""


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Project:
    """A folder with a pyproject.toml, definitions and what was generated from them."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def models(self) -> Path:
        return self.root / "generated" / "models.py"

    def define(self, stem: str, text: str) -> Path:
        path = self.root / "definitions" / f"{stem}.py"
        path.write_text(text, "utf-8")
        return path

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        """`python -m codegen ARGUMENTS`, in a process of its own."""
        return self.python("-m", "codegen", *arguments, cwd=cwd, **environment)

    def python(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        """`python ARGUMENTS` with the project and the generator importable."""
        paths = os.pathsep.join([str(self.root), str(HOUSE)])
        cache = {"XDG_CACHE_HOME": str(self.root.parent / "cache")}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd or self.root,
            env={**os.environ, "PYTHONPATH": paths, **cache, **self.environment, **environment},
            capture_output=True,
            encoding=environment.get("PYTHONIOENCODING", "utf-8"),
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def snapshot(self) -> dict[str, bytes]:
        """Every file of the project but byte code, by relative name."""
        files = (p for p in self.root.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {str(p.relative_to(self.root)): p.read_bytes() for p in files}


@pytest.fixture
def new_project(tmp_path: Path) -> Callable[[str], Project]:
    """Makes a project by name, with one family."""

    def make(name: str) -> Project:
        project = Project(tmp_path / name)
        (project.root / "definitions").mkdir(parents=True)
        (project.root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
        project.define("llama", LLAMA)
        return project

    return make


@pytest.fixture
def project(new_project: Callable[[str], Project]) -> Project:
    """A project with one family, not generated yet."""
    return new_project("acme")
