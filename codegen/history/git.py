"""The committed version of an output folder, read from git."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..outside import printable
from ..problem import Undecided

COMMITS = ("HEAD", "MERGE_HEAD")
"""Where the committed output is: during a merge, both sides count."""


_PATIENCE = 120
"""Seconds to wait for git, which may fetch what a partial clone lacks."""


class GitError(Undecided):
    """Git cannot be run, or the repository cannot be read; the message gives the reason."""


def is_in_repository(folder: Path) -> bool:
    """Whether a folder, or one above it, has a `.git`."""
    return any((path / ".git").exists() for path in (folder, *folder.parents))


def blobs(folder: Path, revisions: Sequence[str], names: Sequence[str]) -> list[dict[str, bytes]]:
    """The contents of a folder's files in each revision, by name; none if the folder is not there.

    Raises GitError if git cannot be asked, or if the repository is damaged.
    """
    paths = [f"{r}:./{folder.name}{n}" for r in revisions for n in ("", *(f"/{n}" for n in names))]
    answers = iter(_batch(folder.parent, ["HEAD", *paths]))
    has_head = next(answers) is not None
    contents: list[dict[str, bytes]] = []
    for revision in revisions:
        tree = next(answers)
        if tree is None and revision == "HEAD":
            _check_absent(folder, has_head=has_head)
        files = {name: blob for name in names if (blob := next(answers)) is not None}
        for name in names:
            if tree is not None and f" {name}\0".encode() in tree and name not in files:
                raise GitError(f"git cannot read the committed {folder.name}/{name}")
        contents.append(files)
    return contents


def tree_ids(folder: Path, revisions: Sequence[str]) -> list[str | None]:
    """The id of a folder in each revision, which changes with its content; None if there is none.

    Raises GitError.
    """
    paths = [f"{revision}:./{folder.name}" for revision in revisions]
    printed = _git(folder.parent, "cat-file", "--batch-check", stdin="\n".join(paths))
    lines = printed.decode(errors="replace").splitlines()
    return [None if line.endswith(" missing") else line for line in lines]


def is_revision(folder: Path, text: str) -> bool:
    """Whether a text names a commit. Raises GitError."""
    return "\n" not in text and list(_batch(folder, [f"{text}^{{commit}}"])) != [None]


def require_revision(folder: Path, revision: str) -> None:
    """Raise GitError if this clone has no such commit, with what to do in a shallow one."""
    if is_revision(folder, revision):
        return
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != b"true":
        raise GitError(f"{revision or 'an empty name'} is not a commit of this repository")
    fetch = "`git fetch --unshallow`, or `fetch-depth: 0` of actions/checkout"
    raise GitError(f"{revision} is not in this shallow clone; fetch its history: {fetch}")


def untracked(folder: Path) -> list[Path]:
    """The Python files of a folder that git does not track. Raises GitError."""
    printed = _git(folder, "ls-files", "--others", "-z", "--", ":(glob)*.py")
    return [folder / name for name in sorted(os.fsdecode(printed).split("\0")) if name]


def is_ignored(path: Path) -> bool:
    """Whether git ignores a path."""
    try:
        _git(path.parent, "check-ignore", "--quiet", path.name)
    except GitError:
        return False
    return True


def _check_absent(folder: Path, *, has_head: bool) -> None:
    """Raise GitError if HEAD lacks a folder only because the repository is damaged."""
    try:
        if has_head and _git(folder.parent, "ls-tree", "HEAD", f"./{folder.name}"):
            raise GitError(f"git cannot read the committed {folder.name}")
        if not has_head and _git(folder.parent, "for-each-ref", "--count=1"):
            raise GitError("HEAD is a branch without commits, though the repository has others")
        if not has_head:
            _git(folder.parent, "log", "-1")
    except GitError as error:
        if "does not have any commits yet" not in str(error):
            raise


def _batch(folder: Path, objects: Sequence[str]) -> Iterator[bytes | None]:
    """The content of each object, None for one that is missing."""
    printed = _git(folder, "cat-file", "--batch", stdin="\n".join(objects))
    start = 0
    for _ in objects:
        end = printed.find(b"\n", start)
        if end < 0:
            raise GitError("what git prints is not understood; is the `git` on PATH really git?")
        header = re.fullmatch(rb"[0-9a-f]+ \w+ (\d+)", printed[start:end])
        start = end + 1
        if header is None:  # "HEAD:./generated missing"
            yield None
            continue
        size = int(header[1])
        yield printed[start : start + size]
        start += size + 1


def _git(folder: Path, *arguments: str, stdin: str = "") -> bytes:
    """What a git command prints. Raises GitError with the first line of its complaint."""
    # The git of a hook tells its children where its own repository is: GIT_DIR and the like.
    environment = {
        key: value
        for key, value in os.environ.items()
        if key.startswith("GIT_CONFIG") or not key.startswith("GIT_")
    }
    there = next(path for path in (folder, *folder.parents) if path.is_dir())
    try:
        done = subprocess.run(
            ["git", "-C", str(there), *arguments],
            env={**environment, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
            input=os.fsencode(f"{stdin}\n"),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"git has not answered within {_PATIENCE} seconds") from None
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from None
    if done.returncode != 0:
        complaint = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise GitError(printable(complaint.removeprefix("fatal: ")) or f"git {arguments[0]} failed")
    return done.stdout
