"""Files are written all or nothing, whatever happens in between."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen import files
from codegen.files import (
    BANNER,
    COMMITTED,
    diff,
    is_interrupted,
    recover,
    remove_stale,
    write_files,
)

if sys.platform == "win32":
    pytest.skip("needs fork", allow_module_level=True)

import fcntl
import resource

PACKAGE = ("__init__.py", "_metadata.py", "models.py")
CHANGES = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime")


def package(folder: Path, text: str) -> dict[Path, bytes]:
    return {folder / name: f"{BANNER}\n{text} = 1\n".encode() for name in PACKAGE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package that was generated."""
    folder = tmp_path / "generated"
    folder.mkdir()
    write_files(package(folder, "old"))
    return folder


def texts(folder: Path) -> set[str]:
    return {(folder / name).read_text().splitlines()[1].split()[0] for name in PACKAGE}


def fork(action: Callable[[], object]) -> int:
    """Run an action in a fork; return its exit code, negative for a signal."""
    if (child := os.fork()) == 0:
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".hubenum-tmp-*"))


def test_only_what_differs_is_replaced(folder: Path) -> None:
    inodes = {path: path.stat().st_ino for path in folder.iterdir()}
    new = package(folder, "old") | {folder / "models.py": f"{BANNER}\nnew = 1\n".encode()}
    assert write_files(new) == [folder / "models.py"]
    changed = {path for path, inode in inodes.items() if path.stat().st_ino != inode}
    assert changed == {folder / "models.py"}, "replaced, not written in place"
    assert write_files(new) == []


def test_permissions_stay(folder: Path) -> None:
    (folder / "models.py").chmod(0o600)
    os.umask(before := os.umask(0))
    write_files(package(folder, "new") | {folder / "more.py": b"x = 1\n"})
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert modes["models.py"] == 0o600
    assert modes["_metadata.py"] == modes["more.py"] == 0o666 & ~before


def test_a_folder_in_the_way_changes_nothing(folder: Path) -> None:
    (folder / "subsets.py").mkdir()
    with pytest.raises(IsADirectoryError) as raised:
        write_files({**package(folder, "new"), folder / "subsets.py": b""})
    assert raised.value.filename == str(folder / "subsets.py")
    assert texts(folder) == {"old"} and not leftovers(folder)


def test_a_full_disk_in_the_middle_changes_nothing(folder: Path) -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        large = {folder / "models.py": b"#" * 10_000}
        try:
            write_files({**package(folder, "new"), **large})
        except OSError as error:
            assert error.errno == errno.EFBIG
            assert error.filename == str(folder / "models.py")
            return
        raise AssertionError("written")

    assert fork(fill) == 0
    assert texts(folder) == {"old"} and not leftovers(folder)


def test_killed_at_any_change_it_is_the_old_package_or_the_new_one(folder: Path) -> None:
    def write(kill_at: int) -> None:
        changes = 0

        def count(event: str, _: object) -> None:
            nonlocal changes
            changes += event in CHANGES
            if changes == kill_at:
                changes += 1  # os.kill is an event too
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        write_files(package(folder, "new"))

    refused = 0
    for kill_at in range(1, 1000):
        write_files(package(folder, "old"))
        code = fork(lambda at=kill_at: write(at))  # type: ignore[misc]
        if is_interrupted(folder):
            refused += "half written" in (folder / "__init__.py").read_text()
        else:
            assert len(texts(folder)) == 1
        recover(folder)
        assert len(texts(folder)) == 1 and not leftovers(folder)
        if code == 0:
            break
    assert kill_at > 20 and refused >= 3, "after the stub, and after each other file"


def test_a_ctrl_c_between_renames_comes_too_late(folder: Path) -> None:
    def interrupt(event: str, _: object) -> None:
        if event == "os.rename":
            os.kill(os.getpid(), signal.SIGINT)

    def write() -> None:
        sys.addaudithook(interrupt)
        write_files(package(folder, "new"))

    assert fork(write) == 0
    assert texts(folder) == {"new"} and not leftovers(folder)


def test_two_writers_take_turns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.05)
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(TimeoutError) as raised:
            write_files(package(folder, "new"))
    finally:
        os.close(handle)
    assert raised.value.filename == str(folder)
    assert write_files(package(folder, "new"))


def test_git_ignores_what_a_killed_write_left(folder: Path) -> None:
    staging = folder / ".hubenum-tmp-x"
    with files._staged(folder, package(folder, "new")) as made:  # pyright: ignore
        made.rename(staging)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert sorted(line.split()[1] for line in status.stdout.splitlines()) == sorted(PACKAGE)
    recover(folder)
    assert not leftovers(folder)


def test_a_link_is_replaced_and_what_it_points_to_stays(folder: Path, tmp_path: Path) -> None:
    (mine := tmp_path / "mine.py").write_text("mine\n")
    (folder / "models.py").unlink()
    (folder / "models.py").symlink_to(mine)
    write_files(package(folder, "new"))
    assert mine.read_text() == "mine\n" and not (folder / "models.py").is_symlink()


def test_nothing_is_moved_out_of_another_folder(folder: Path, tmp_path: Path) -> None:
    (secrets := tmp_path / "secrets").mkdir()
    (secrets / "key").write_text("key")
    (folder / COMMITTED).symlink_to(secrets)
    recover(folder)
    write_files(package(folder, "new"))
    assert (secrets / "key").is_file() and not (folder / "key").exists()


def test_byte_code_of_the_old_text_is_never_taken_for_the_new(folder: Path) -> None:
    """Python compares size and second."""
    before = (folder / "models.py").stat()
    write_files(package(folder, "new"))
    after = (folder / "models.py").stat()
    assert before.st_size == after.st_size and int(before.st_mtime) != int(after.st_mtime)


def test_a_stale_file_is_one_with_the_banner(folder: Path) -> None:
    (folder / "_mine.py").write_text("mine = 1\n")
    (folder / "_old.py").write_text(f"{BANNER}\n")
    (folder / "licensed.py").write_text(f"# Copyright Acme\n{BANNER}\n")
    names = {path.name: content.decode() for path, content in package(folder, "old").items()}
    assert diff(folder, names) == {
        name: f"{folder / name} is left over from an earlier run\n"
        for name in ("_old.py", "licensed.py")
    }
    assert remove_stale(folder, names) == ["_old.py", "licensed.py"]
    assert (folder / "_mine.py").is_file() and diff(folder, names) == {}


def test_line_endings_are_no_difference(folder: Path) -> None:
    names = {path.name: content.decode() for path, content in package(folder, "old").items()}
    for name, text in names.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert diff(folder, names) == {}


def test_a_missing_file_is_a_line(folder: Path) -> None:
    path = folder / "text.md"
    assert diff(folder, {path.name: "x\n" * 13_000}) == {path.name: f"{path} is missing\n"}
