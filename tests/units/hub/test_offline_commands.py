"""Commands that need no Hub import nothing that speaks HTTP."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.conftest import HOUSE, LLAMA, PYPROJECT

CODE = """
import sys
from codegen.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as exit:
    assert not exit.code, exit.code
names = {"huggingface_hub", "httpx", "httpx2", "requests", "urllib3", "aiohttp", "http.client"}
print(sorted(names & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "commands", [["generate", "check"], ["search llama"], ["catalog"], ["verify --help"]]
)
def test_no_http_client(commands: list[str], tmp_path: Path) -> None:
    (tmp_path / "definitions").mkdir()
    (tmp_path / "definitions" / "llama.py").write_text(LLAMA, "utf-8")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    for command in commands:
        assert imported(command, tmp_path) == (0, "[]")


def imported(command: str, folder: Path) -> tuple[int, str]:
    """The exit code of a command, and which HTTP clients it imported."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *command.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "XDG_CACHE_HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.splitlines()[-1]
