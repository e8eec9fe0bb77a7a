"""Remember outside the project that `check` passed, so that it need not run again.

A memory counts only while a digest of everything that `check` depends on stays the same. A lost,
stale or broken memory costs time and never changes a verdict.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..installed import version_of
from ..project.config import Config
from .git import COMMITS, is_in_repository, tree_ids

_CODE = Path(__file__).resolve().parents[1]
_TOOLS = ("black", "click", "huggingface_hub", "jinja2")
_LARGEST = 10_000  # bytes of a memory


def digest(config: Config, *, use_git: bool = True) -> str:
    """A digest of everything that the verdict of `check` depends on.

    These are the settings, all files next to the definitions, the output as it is and as it is
    committed, this code, and the versions of Python and the tools. Raises GitError.
    """
    has_git = use_git and is_in_repository(config.output.parent)
    trees = tree_ids(config.output, COMMITS) if has_git else None
    total = hashlib.sha256()
    stated = repr((config, sys.version, [_version(tool) for tool in _TOOLS], trees))
    contents = (part for p in _files(config) for part in (os.fsencode(p), p.read_bytes()))
    for part in (stated.encode(), *contents):
        total.update(len(part).to_bytes(8))  # so that no part can be taken for another
        total.update(part)
    return total.hexdigest()


def recall(config: Config, current: str) -> str | None:
    """The summary of a `check` that passed with this digest; None if there was none."""
    try:
        handle = os.open(_place(config), os.O_RDONLY | _SAFE)
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode) or state.st_uid != _user():
                return None
            memory = json.loads(file.read(_LARGEST))
        summary = memory["summary"] if memory["digest"] == current else None
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, RecursionError):
        return None
    return summary if isinstance(summary, str) and summary.isprintable() else None


def remember(config: Config, current: str, summary: str) -> None:
    """Keep the summary of a `check` that passed. Does nothing if it cannot be kept."""
    with suppress(OSError, RuntimeError):
        place = _place(config)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if place.parent.stat().st_uid != _user():
            return
        with NamedTemporaryFile("w", dir=place.parent, delete=False) as file:
            json.dump({"digest": current, "summary": summary}, file)
        Path(file.name).replace(place)


@contextmanager
def recording(config: Config) -> Generator[Callable[[], bool]]:
    """Watch which files the process opens; yield a function that tells whether `digest` covers
    them.

    Files of Python itself do not count. What else a definition may depend on, such as the clock,
    cannot be seen.
    """
    opened: set[str] = set()
    is_active = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if is_active and event in ("open", "os.listdir", "os.scandir"):
            opened.add(os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else "?")
        elif is_active and event in ("subprocess.Popen", "os.system", "socket.connect"):
            opened.add("?")

    sys.addaudithook(hook)
    try:
        yield lambda: not _unknown(opened, config)
    finally:
        is_active = False


_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _place(config: Config) -> Path:
    from platformdirs import user_cache_path  # costs nothing to those who remember nothing

    name = hashlib.sha256(os.fsencode(config.output)).hexdigest()[:32]
    path = user_cache_path("hubenum", appauthor=False) / "check" / f"{name}.json"
    if not path.is_absolute() or not path.parents[3].is_dir():  # of a user without a home
        raise RuntimeError("no cache folder")
    return path


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _version(tool: str) -> str | None:
    try:
        return version_of(tool)
    except ModuleNotFoundError:
        return None


def _files(config: Config) -> Iterator[Path]:
    for folder in config.folders:
        yield from _below(folder.path)
    yield from sorted(path for path in config.output.glob("*") if path.is_file())
    yield from (path for path in _below(_CODE) if path.suffix in (".py", ".pyi", ".jinja"))
    if config.readme and config.readme.is_file():
        yield config.readme


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (path for name in sorted(names) if (path := Path(place, name)).is_file())


def _unknown(opened: set[str], config: Config) -> set[str]:
    """The opened paths that `digest` does not cover. Bytecode counts as its source does."""
    known = {str(path) for path in _files(config)} | {str(f.path) for f in config.folders}
    covered = (str(Path(os.__file__).parent), str(_CODE))
    return {p for p in opened - known if not p.startswith(covered) and not p.endswith(".pyc")}
