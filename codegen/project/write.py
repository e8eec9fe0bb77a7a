"""Write the files of a new project: all or none, and never over existing ones."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files import read_bytes, recover, replace_file
from .scaffold import File


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with one file."""

    file: File
    verb: str
    """"wrote", "added to" or "kept"."""
    by_hand: str = ""
    """What the owner has to add to a file that was kept."""


def write_new(root: Path, files: Sequence[File]) -> list[Outcome]:
    """Write the files that do not exist, and append to those that take an addition.

    If one cannot be written, the others are removed. Raises OSError.
    """
    made: list[Path] = []
    for folder in {(root / file.path).parent for file in files}:
        recover(folder)
    replaced: dict[Path, bytes] = {}
    try:
        return [_write(root / file.path, file, made, replaced) for file in files]
    except BaseException:
        for path, content in replaced.items():
            replace_file(path, content)
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def _write(path: Path, file: File, made: list[Path], replaced: dict[Path, bytes]) -> Outcome:
    if not path.exists() and not path.is_symlink():
        for folder in reversed([parent for parent in path.parents if not parent.exists()]):
            folder.mkdir()
            made.append(folder)
        if path.name == ".gitignore":  # a staging folder has one of its own
            part = path.with_name(".hubenum-tmp-gitignore")
            part.write_bytes(file.text.encode())
            part.replace(path)
        else:
            replace_file(path, file.text.encode())
        made.append(path)
        return Outcome(file, "wrote")
    old = read_bytes(path)
    if not file.part or (file.sign and file.sign.encode() in old):
        return Outcome(file, "kept")
    content = _appended(old, file) if file.is_appended else None
    if content is None:
        return Outcome(file, "kept", file.part)
    replace_file(path.resolve(), content)
    replaced[path.resolve()] = old
    return Outcome(file, "added to")


def _appended(old: bytes, file: File) -> bytes | None:
    """The file with its part appended and all else byte for byte the same; None if that is
    impossible."""
    ending = "\r\n" if b"\r\n" in old else "\n"
    gap = "" if not old.strip() else ending if old.endswith(b"\n") else ending * 2
    new = old + (gap + file.part.replace("\n", ending)).encode()
    if not file.path.endswith(".toml"):
        return new
    try:
        combined, before = tomllib.loads(new.decode()), tomllib.loads(old.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
    added = tomllib.loads(file.part)["tool"]
    return new if combined == before | {"tool": before.get("tool", {}) | added} else None
