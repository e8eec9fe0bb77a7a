"""Where an earlier output is found: in git, a folder, a file, a wheel, an installed release.

Nothing here imports what it finds, and nothing asks the network.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from ..files import BANNER
from .git import git
from .snapshot import READ, Snapshot, UnreadableError, read_snapshot

Files = Mapping[str, str]
"""Text of the generated files that a snapshot is read from, by name."""


class NotFoundError(Exception):
    """There is no output where somebody looked; the message is one sentence that says so."""


def committed(output: Path) -> tuple[list[Snapshot], str]:
    """What is committed of an output folder, and "" or why that could not be told.

    That is what HEAD has, during a merge also what the other side has. Where git has none, it is
    what the folder holds. No snapshot and no reason: there never was an output.
    """
    found = [_git_files(output, revision) for revision in ("HEAD", "MERGE_HEAD")]
    reason = ""
    snapshots: list[Snapshot] = []
    for files in filter(None, found if any(found) else [_folder_files(output)]):
        try:
            snapshots.append(read_snapshot(files))
        except UnreadableError as error:
            reason = str(error)
    return snapshots, "" if snapshots else reason


def find_base(base: str, output: Path) -> Snapshot:
    """The output that `base` names: a file, a folder, a wheel, `NAME==VERSION` (or `NAME==`) of an
    installed distribution, or a git revision that has the output folder.

    Raises NotFoundError where there is none or it cannot be read.
    """
    try:
        return read_snapshot(_base_files(base, output))
    except UnreadableError as error:
        raise NotFoundError(f"{base}: {error}") from None


def _base_files(base: str, output: Path) -> Files:
    path = Path(base)
    if path.is_file():
        return _wheel_files(path) if zipfile.is_zipfile(path) else _file_files(path)
    if path.is_dir():
        if files := _folder_files(path) or _folder_files(path / output.name):
            return files
        raise NotFoundError(f"{base}: no generated models.py in this folder")
    if match := re.fullmatch(r"([\w.-]+)==([\w.!+-]*)", base):
        return _installed_files(match[1], match[2])
    if files := _git_files(output, base):
        return files
    if git(output.parent, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
        raise NotFoundError(f"{base} is no file, no folder, no NAME==VERSION and no git revision")
    raise NotFoundError(f"{base} has no {output.name}/models.py")


def _folder_files(folder: Path) -> Files:
    """The files of an output folder; none at all if it has no models.py."""
    if not (folder / "models.py").is_file():
        return {}
    return {name: _text((folder / name).read_bytes()) for name in READ if (folder / name).is_file()}


def _file_files(path: Path) -> Files:
    """One file, whatever its name, with those that stand beside it."""
    return {**_folder_files(path.parent), "models.py": _text(path.read_bytes())}


def _git_files(output: Path, revision: str) -> Files:
    """The files of the output folder in a revision; none at all where git cannot tell."""
    files: dict[str, str] = {}
    for name in READ:
        blob = git(output.parent, "cat-file", "blob", f"{revision}:./{output.name}/{name}")
        if blob is not None:
            files[name] = _text(blob)
        elif name == "models.py":
            return {}
    return files


def _wheel_files(path: Path) -> Files:
    with zipfile.ZipFile(path) as wheel:
        return _packaged_files(str(path), wheel.namelist(), lambda name: _text(wheel.read(name)))


def _installed_files(name: str, version: str) -> Files:
    try:
        found: Distribution = distribution(name)
    except PackageNotFoundError:
        raise NotFoundError(f"{name} is not installed") from None
    if version and version != found.version:
        cure = f"give the path of its wheel: pip download --no-deps {name}=={version}"
        raise NotFoundError(f"{name} is installed as {found.version}, not {version}; {cure}")
    names = [str(path) for path in found.files or ()]
    return _packaged_files(
        f"{name} {found.version}",
        names,
        lambda name: _text(Path(str(found.locate_file(name))).read_bytes()),
    )


def _packaged_files(what: str, names: Iterable[str], read: Callable[[str], str]) -> Files:
    """The files of the one generated package among the names of a distribution's files."""
    every = set(names)
    outputs = [
        PurePosixPath(name).parent
        for name in sorted(every)
        if PurePosixPath(name).name == "models.py" and read(name).startswith(BANNER)
    ]
    if len(outputs) != 1:
        found = (
            "no generated models.py" if not outputs else "several: " + ", ".join(map(str, outputs))
        )
        raise NotFoundError(f"{what}: {found}")
    paths = {name: str(outputs[0] / name) for name in READ}
    return {name: read(path) for name, path in paths.items() if path in every}


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace").replace("\r\n", "\n")
