"""Definitions are Python code: only those of a project that is the user's own are executed."""

import os
import sys
from pathlib import Path

from ..problem import DefinitionError, Problem, Where
from ..project.config import Config

VARIABLE = "HUBENUM_TRUSTED"
"""The environment variable that lists other people's folders to trust, separated as in PATH."""


def require_own(config: Config) -> None:
    """Raise DefinitionError if a folder of definitions belongs to another user.

    Root's folders count as the user's own, as do those of installed packages and those below a
    folder that the user trusts.
    """
    if not hasattr(os, "geteuid"):
        return
    own = {0, os.geteuid()}
    if os.geteuid() == 0 and (caller := os.environ.get("SUDO_UID", "")).isdecimal():
        own.add(int(caller))
    problems = [
        Problem(
            Where(folder.path, 0), "", "",
            "belongs to another user, and its definitions are Python code that would be executed",
            f"If you trust it: {VARIABLE}={folder.path} hubenum ...",
        )
        for folder in config.folders
        if folder.path.is_dir()
        and folder.path.stat().st_uid not in own
        and not any(folder.path.is_relative_to(place) for place in _trusted())
    ]  # fmt: skip
    if problems:
        raise DefinitionError(problems)


def _trusted() -> list[Path]:
    stated = filter(None, os.environ.get(VARIABLE, "").split(os.pathsep))
    installed = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[2]))
    return [Path(place).resolve() for place in (*stated, *installed)]
