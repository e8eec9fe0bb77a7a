"""What git knows of a folder, where there is a git and a repository."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> bytes | None:
    """What a git command prints, asked from a folder; None if it fails, or there is no git."""
    if arguments[-1].startswith("-"):
        return None  # no revision, whoever wrote it: it would be taken for an option
    code, printed = _run(folder, *arguments)
    return printed if code == 0 else None


def committed_ids(folder: Path) -> bytes:
    """What changes whenever what is committed of a folder does: in HEAD, or, in the middle of a
    merge, on the other side."""
    return _run(folder.parent, "rev-parse", f"HEAD:./{folder.name}", f"MERGE_HEAD:./{folder.name}")[
        1
    ]


def _run(folder: Path, *arguments: str) -> tuple[int, bytes]:
    """The exit code of a git command, -1 if there is no git, and what it prints."""
    # A hook's git tells its children where its repository is, relative to somewhere else.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return -1, b""
    return done.returncode, done.stdout
