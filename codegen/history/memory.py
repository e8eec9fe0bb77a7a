"""What `check` found out before, kept outside the project, so that it need not do it again.

Nothing here is trusted beyond a digest of everything that the verdict depends on: a lost, stale or
broken memory costs time and never changes a verdict.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path

from ..project.config import Config
from .git import committed_ids

_CODE = Path(__file__).resolve().parents[1]
_TOOLS = ("black", "jinja2", "huggingface_hub")


def digest(config: Config) -> str:
    """A digest of all that the verdict of `check` depends on: the settings, every definition, the
    output as it stands and as it is committed, this code and its templates, and the versions of
    Python and the tools."""
    tools = [version(tool) for tool in _TOOLS]
    stated = (config, sys.version, tools, committed_ids(config.output))
    found = hashlib.sha256(repr(stated).encode())
    for path in _inputs(config):
        found.update(f"\n{path}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def recall(config: Config, current: str) -> str | None:
    """What `check` said when everything had this digest and was up to date; None if it never was,
    or nobody knows."""
    try:
        memory = json.loads(_memory(config).read_text("utf-8"))
        return str(memory["said"]) if memory["digest"] == current else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(config: Config, current: str, said: str) -> None:
    """Keep what `check` said of an up-to-date project. Does nothing where it cannot be kept."""
    try:
        path = _memory(config)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"digest": current, "said": said}), "utf-8")
    except OSError:
        return


def _memory(config: Config) -> Path:
    name = hashlib.sha256(str(config.output).encode()).hexdigest()[:32]
    return user_cache_path("hubenum", appauthor=False) / "check" / f"{name}.json"


def _inputs(config: Config) -> Iterator[Path]:
    for folder, pattern in (
        *((folder.path, "*.py") for folder in config.folders),
        (config.output, "*"),
        (_CODE, "**/*.py"),
        (_CODE, "**/*.jinja"),
    ):
        yield from sorted(path for path in folder.glob(pattern) if path.is_file())
    if config.readme and config.readme.is_file():
        yield config.readme
