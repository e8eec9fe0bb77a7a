"""How a test runs a command: in this process, or in one of its own where the process matters."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from codegen.cli.main import main

ROOT = Path(__file__).parents[1]
"""The checkout under test."""

TOOLS = os.pathsep.join(
    dict.fromkeys([str(Path(sys.executable).parent), str(Path(pytest.__file__).parents[4] / "bin")])
)
"""A PATH to the programs of the development tools: beside the interpreter, or beside pytest."""


class Result(NamedTuple):
    """The exit code and the output of a command."""

    code: int
    out: str
    err: str


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> Result:
    """`hubenum ARGUMENTS` in this process, in a folder, with a changed environment.

    An exception that is no exit is raised, so that a traceback fails the test.
    """
    code, meta_path = 0, sys.meta_path[:]
    with chdir(cwd or Path.cwd()), CliRunner().isolation(env=environment) as (out, err, _):
        try:
            main(arguments)
        except SystemExit as error:
            code = int(error.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        result = Result(code, out.getvalue().decode(), err.getvalue().decode())
    sys.meta_path[:] = meta_path
    for name in [name for name in sys.modules if name.startswith("_hubenum_loaded")]:
        del sys.modules[name]
    return result


def run_process(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environment: dict[str, str],
    encoding: str = "utf-8",
    timeout: float = 120,
) -> Result:
    """A program in a process of its own, with exactly this environment."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding=encoding,
        timeout=timeout,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)
