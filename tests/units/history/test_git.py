"""What is committed, or a sentence about why git cannot tell."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from codegen.history.earlier import committed
from codegen.history.git import GitError, blobs, is_revision, tree_ids

MODELS = 'class Models:\n    A = "o/a"\n'


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder, committed below the top of a repository."""
    output = tmp_path / "repo" / "python" / "generated"
    output.mkdir(parents=True)
    (output / "models.py").write_text(MODELS)
    git(output, "init", "--quiet", str(tmp_path / "repo"))
    git(output, "add", "--all")
    git(output, "commit", "--quiet", "--message", "first")
    return output


def objects(output: Path, name: str) -> Path:
    key = git(output, "rev-parse", name)
    return output.parents[1] / ".git" / "objects" / key[:2] / key[2:]


def test_the_files_of_each_revision(output: Path) -> None:
    (output / "_retired.py").write_bytes(b"a\0b\n\n")
    git(output, "add", "--all")
    git(output, "commit", "--quiet", "--message", "second")
    old, new, other = blobs(output, ["HEAD~1", "HEAD", "MERGE_HEAD"], ["models.py", "_retired.py"])
    assert old == {"models.py": MODELS.encode()}
    assert new == {"models.py": MODELS.encode(), "_retired.py": b"a\0b\n\n"}
    assert other == {}
    first, second, third = tree_ids(output, ["HEAD~1", "HEAD", "MERGE_HEAD"])
    assert first != second and third is None


def test_revisions(output: Path) -> None:
    names = ("HEAD", "HEAD~1", "nowhere", "--all", "HEAD\nHEAD", "", "HEAD:./generated")
    assert [name for name in names if is_revision(output, name)] == ["HEAD"]


def test_nothing_is_committed_in_a_fresh_repository(tmp_path: Path) -> None:
    output = tmp_path / "generated"
    output.mkdir()
    (output / "models.py").write_text(MODELS)
    assert [list(one.models) for one in committed(output)[0]] == [["A"]], "not in a repository"
    git(tmp_path, "init", "--quiet")
    assert committed(output) == ([], "")
    (tmp_path / ".gitignore").write_text("generated/\n")
    assert [list(one.models) for one in committed(output)[0]] == [["A"]], "ignored by git"


def test_a_folder_that_is_not_committed_yet(output: Path) -> None:
    assert committed(output.with_name("other")) == ([], "")


def break_reference(output: Path) -> None:
    branch = git(output, "symbolic-ref", "HEAD")
    (output.parents[1] / ".git" / branch).write_text("")


@pytest.mark.parametrize(
    "damage",
    [
        break_reference,
        lambda output: (output.parents[1] / ".git" / "HEAD").unlink(),
        lambda output: shutil.rmtree(output.parents[1] / ".git" / "objects"),
        lambda output: objects(output, "HEAD").unlink(),
        lambda output: objects(output, "HEAD:./").unlink(),
        lambda output: objects(output, "HEAD:./models.py").unlink(),
    ],
)
def test_a_damaged_repository_is_never_an_empty_one(output: Path, damage) -> None:  # type: ignore[no-untyped-def]
    damage(output)
    with pytest.raises(GitError):
        committed(output)
    assert [list(one.models) for one in committed(output, use_git=False)[0]] == [["A"]]


def test_no_git(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(output))
    with pytest.raises(GitError, match="git cannot be run: No such file or directory"):
        committed(output)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user(output: Path) -> None:
    os.chown(output.parents[1], 1234, 1234)
    with pytest.raises(GitError, match=r"^detected dubious ownership in repository at '.*'$"):
        committed(output)
