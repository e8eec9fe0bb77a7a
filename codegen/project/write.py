"""Put the files of a new project beside what is there: all of them or none, and over nothing."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files import recover, replace_file
from .init import File


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file."""

    file: File
    verb: str
    """"wrote", "added to" or "left"."""
    by_hand: str = ""
    """What the reader has to add, where the file was left without it."""


def add(root: Path, files: Sequence[File]) -> list[Done]:
    """Write the files that are not there; add to pyproject.toml, if it is, and to no other.

    Where one cannot be written, those that were are removed again. Raises OSError.
    """
    made: list[Path] = []
    for folder in {(root / file.path).parent for file in files}:
        recover(folder)
    try:
        return [_add(root / file.path, file, made) for file in files]
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def _add(path: Path, file: File, made: list[Path]) -> Done:
    if not path.exists() and not path.is_symlink():
        for folder in reversed([p for p in path.parents if not p.exists()]):
            folder.mkdir()
            made.append(folder)
        replace_file(path, file.text.encode())
        made.append(path)
        return Done(file, "wrote")
    old = path.read_bytes()
    if not file.part or (file.sign and file.sign.encode() in old):
        return Done(file, "left")
    new_text = _extended(old, file.part) if path.suffix == ".toml" else None
    if new_text is None:
        return Done(file, "left", file.part)
    replace_file(path.resolve(), new_text)
    return Done(file, "added to")


def _extended(old: bytes, table: str) -> bytes | None:
    """A TOML file with a table after what it says, which stays byte for byte; None where no table
    can follow that."""
    ending = "\r\n" if b"\r\n" in old else "\n"
    gap = "" if not old.strip() else ending if old.endswith(b"\n") else ending * 2
    new = old + (gap + table.replace("\n", ending)).encode()
    try:
        told = tomllib.loads(new.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
    added = tomllib.loads(table)["tool"]
    before = tomllib.loads(old.decode())
    return new if told == before | {"tool": before.get("tool", {}) | added} else None
