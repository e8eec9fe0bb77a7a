"""Find an earlier lock: a file, or the one that is committed in a git revision."""

from pathlib import Path

from ..files import read_text
from ..hub.lock import LOCK, LockFile, parse_lock
from .earlier import NotFoundError
from .git import GitError, blobs, require_revision


def find_lock(base: str, definitions: Path) -> LockFile:
    """The lock that `base` names: a file, a folder with one, or a git revision that has one.

    Raises NotFoundError if there is none, and DefinitionError if it cannot be read.
    """
    try:
        path = Path(base)
        if path.is_dir():
            path /= LOCK
        if path.is_file():
            return parse_lock(read_text(path), path)
        require_revision(definitions, base)
        (files,) = blobs(definitions, [base], [LOCK])
    except (GitError, ValueError, OSError) as error:
        raise NotFoundError(f"{base}: {error}") from None
    if LOCK not in files:
        raise NotFoundError(f"{base} has no {definitions.name}/{LOCK}")
    return parse_lock(files[LOCK].decode(errors="replace"), Path(f"{base}:{LOCK}"))
