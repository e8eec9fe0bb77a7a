"""Find an earlier output or lock: committed, or in a folder, a file, a wheel or a release.

Nothing here imports an earlier output, and nothing uses the network.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from ..files import is_generated, read_text
from ..hub.lock import LOCK, LockFile, parse_lock
from ..outside import printable
from ..problem import Undecided, Where
from .git import (
    COMMITS,
    GitError,
    blobs,
    is_ignored,
    is_in_repository,
    is_revision,
    require_revision,
)
from .snapshot import READ, Output, UnreadableError, read_output

Sources = Mapping[str, str]
"""The text of the generated files that an Output is read from, by name."""

_LARGEST = 64_000_000
"""Bytes of a packed file. A larger one is not unpacked."""


def committed(
    output: Path, *, use_git: bool = True, base: str | None = None, but: Sources | None = None
) -> tuple[list[Output], str]:
    """The committed versions of an output folder, and why one cannot be read, or "".

    In a repository these are HEAD and, during a merge, MERGE_HEAD; with `base`, also that
    revision. Elsewhere, without `use_git`, or if git ignores the folder, it is what the folder
    holds. A version that has the same text as `but` is left out. Raises GitError if git cannot
    tell.
    """
    if base is not None:
        require_revision(output.parent, base)
    if use_git and is_in_repository(output.parent):
        revisions = COMMITS if base is None else (*COMMITS, base)
        versions = [_decoded(files) for files in blobs(output, revisions, READ)]
        if not any("models.py" in files for files in versions) and is_ignored(output):
            versions = [_folder_files(output)]
    else:
        versions = [_folder_files(output)]
    outputs: list[Output] = []
    reason = ""
    for files in versions:
        if "models.py" not in files or (but and all(files.get(n) == but.get(n) for n in READ)):
            continue
        try:
            outputs.append(read_output(files))
        except UnreadableError as error:
            reason = str(error)
    return outputs, "" if outputs else reason


def find_base(base: str, output: Path) -> Output:
    """The output that `base` names: a file, a folder, a wheel, `NAME==VERSION` (or `NAME==`) of an
    installed distribution, or a git revision that has the output folder.

    Raises Undecided if there is none or it cannot be read.
    """
    try:
        return read_output(_base_files(base, output))
    except (UnreadableError, GitError) as error:
        raise Undecided(f"{base}: {error}") from None


def _base_files(base: str, output: Path) -> Sources:
    path = Path(base)
    if not base or not {"\0", "\n"}.isdisjoint(base):
        raise Undecided(f"{printable(base)!r} is not the name of an output")
    if path.is_file():
        if zipfile.is_zipfile(path):
            return _wheel_files(path)
        return {**_folder_files(path.parent), "models.py": _text(path.read_bytes())}
    if path.is_dir():
        if files := _folder_files(path) or _folder_files(path / output.name):
            return files
        raise Undecided(f"{base}: no generated models.py in this folder")
    if match := re.fullmatch(r"([\w.-]+)==([\w.!+-]*)", base):
        return _installed_files(match[1], match[2])
    if is_in_repository(output.parent) and re.fullmatch("[0-9a-f]{40}", base):
        require_revision(output.parent, base)
    if base == "HEAD" and not is_in_repository(output.parent):
        raise Undecided("no git repository here; give a file, a folder, a wheel or NAME==VERSION")
    if not is_in_repository(output.parent) or not is_revision(output.parent, base):
        raise Undecided(f"{base} is not a file, a folder, NAME==VERSION or a git revision")
    (files,) = (_decoded(files) for files in blobs(output, [base], READ))
    if "models.py" not in files:
        raise Undecided(f"{base} has no {Where(output / 'models.py', 0)}")
    return files


def _folder_files(folder: Path) -> Sources:
    """The files of an output folder; none at all if it has no models.py."""
    if not (folder / "models.py").is_file():
        return {}
    return {name: _text((folder / name).read_bytes()) for name in READ if (folder / name).is_file()}


def _decoded(files: Mapping[str, bytes]) -> Sources:
    return {name: _text(content) for name, content in files.items()}


def _wheel_files(path: Path) -> Sources:
    try:
        with zipfile.ZipFile(path) as wheel:
            return _packaged_files(str(path), wheel.namelist(), lambda name: _member(wheel, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Undecided(f"{path} cannot be unpacked: {error}") from None


def _member(wheel: zipfile.ZipFile, name: str) -> str:
    if wheel.getinfo(name).file_size > _LARGEST:
        raise Undecided(f"{wheel.filename}: {name} is too large")
    return _text(wheel.read(name))


def _installed_files(name: str, version: str) -> Sources:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        installed = distribution(name)
    except PackageNotFoundError:
        raise Undecided(f"{name} is not installed") from None
    if version and version != installed.version:
        cure = f"give the path of its wheel: pip download --no-deps {name}=={version}"
        raise Undecided(f"{name} is installed as {installed.version}, not {version}; {cure}")
    return _packaged_files(
        f"{name} {installed.version}",
        [str(path) for path in installed.files or ()],
        lambda file: _text(Path(str(installed.locate_file(file))).read_bytes()),
    )


def _packaged_files(what: str, names: Iterable[str], read: Callable[[str], str]) -> Sources:
    """The files of the one generated package among the files of a distribution."""
    paths = {PurePosixPath(name) for name in names}
    folders = [
        path.parent
        for path in sorted(paths)
        if path.name == "models.py" and is_generated(read(str(path)))
    ]
    if len(folders) != 1:
        several = f"several: {', '.join(map(str, folders))}"
        raise Undecided(f"{what}: {several if folders else 'no generated models.py'}")
    return {name: read(str(folders[0] / name)) for name in READ if folders[0] / name in paths}


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace").replace("\r\n", "\n")


def find_lock(base: str, definitions: Path) -> LockFile:
    """The lock that `base` names: a file, a folder with one, or a git revision that has one.

    Raises Undecided if there is none, and DefinitionError if it cannot be read.
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
        raise Undecided(f"{base}: {error}") from None
    if LOCK not in files:
        raise Undecided(f"{base} has no {Where(definitions / LOCK, 0)}")
    return parse_lock(files[LOCK].decode(errors="replace"), Path(f"{base}:{LOCK}"))
