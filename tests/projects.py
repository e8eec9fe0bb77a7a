"""A project of somebody's own in a temporary folder."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.commands import ROOT, Result, run, run_process

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
class Project:
    """A folder with a pyproject.toml, definitions and what was generated from them."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def create(cls, root: Path, **definitions: str) -> Self:
        """A new project with these families, by the stem of their files."""
        project = cls(root)
        (root / "definitions").mkdir(parents=True)
        (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
        for stem, text in definitions.items():
            project.define(stem, text)
        return project

    @property
    def models(self) -> Path:
        """The file with the members."""
        return self.root / "generated" / "models.py"

    def define(self, stem: str, text: str) -> Path:
        """Write the definitions of a family."""
        path = self.root / "definitions" / f"{stem}.py"
        path.write_text(text, "utf-8")
        return path

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        """`hubenum ARGUMENTS` in this process; in its own if a variable such as PYTHONUTF8 is
        set, which Python reads only when it starts."""
        if any(name.startswith("PYTHON") for name in environment):
            return self.process(*arguments, cwd=cwd, **environment)
        return run(*arguments, cwd=cwd or self.root, **self._environment(environment))

    def process(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        """`python -m codegen ARGUMENTS` in a process of its own."""
        return self.python("-m", "codegen", *arguments, cwd=cwd, **environment)

    def python(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Result:
        """`python ARGUMENTS` with the project and the generator importable."""
        path = os.pathsep.join([str(self.root), str(ROOT)])
        return run_process(
            [sys.executable, *arguments],
            cwd=cwd or self.root,
            environment={**os.environ, "PYTHONPATH": path, **self._environment(environment)},
            encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        )

    def _environment(self, changes: dict[str, str]) -> dict[str, str]:
        cache = {"XDG_CACHE_HOME": str(self.root.parent / "cache")}
        return {**cache, **self.environment, **changes}

    def snapshot(self) -> dict[str, bytes]:
        """Every file of the project but byte code, by relative name."""
        files = (p for p in self.root.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in files}
