"""`hubenum diff --lock`: what happened on the Hub since an earlier lock."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Project

SHA, NEW = "0e9e39f249a16976918f6564b8830bc894c89659", "1" * 40
A, B, C = "unsloth/Llama-3.1-8B", "unsloth/Llama-3.1-8B-bnb-4bit", "meta-llama/Llama-3.1-8B"
FILE = ["A-Q4_K_M.gguf", "Q4_K_M", 1]
OLD_LOCK = {
    "verified": "2026-11-23",
    "models": {
        A: {"verdict": "ok", "sha": SHA, "gated": False, "license": "mit", "files": [FILE]},
        B: {"verdict": "ok", "sha": SHA, "gated": False},
    },
}
NEW_LOCK = {
    "verified": "2026-11-24",
    "models": {
        A: {
            "verdict": "ok",
            "sha": NEW,
            "gated": False,
            "license": "apache-2.0",
            "files": [["A-Q8_0.gguf", "Q8_0", 1]],
        },
        C: {"verdict": "gated", "sha": SHA, "gated": "auto"},
    },
}


@pytest.fixture
def locked(project: Project) -> Project:
    write(project, NEW_LOCK)
    (project.root / "old.json").write_text(json.dumps(OLD_LOCK), "utf-8")
    return project


def write(project: Project, lock: object) -> Path:
    path = project.root / "definitions" / "hub.lock.json"
    path.write_text(json.dumps(lock), "utf-8")
    return path


def test_lines(locked: Project) -> None:
    done = locked.run("diff", "--lock", "old.json")
    assert (done.out.splitlines(), done.err, done.code) == (
        [
            f"  + {C}: recorded: gated",
            f"  * {A}: sha 0e9e39f -> 1111111, license mit -> apache-2.0, "
            "file A-Q8_0.gguf added, file A-Q4_K_M.gguf removed",
            f"  - {B}: no longer in the lock",
            "since old.json: 3 changes, 0 wrong now",
        ],
        "",
        0,
    )
    same = locked.run("diff", "--lock", "definitions/hub.lock.json")
    assert (same.out, same.code) == ("since definitions/hub.lock.json: no change\n", 0)


def test_an_id_that_is_wrong_now(locked: Project) -> None:
    write(locked, {"verified": "2026-11-24", "models": {A: {"verdict": "missing"}}})
    done = locked.run("diff", "--lock", "old.json")
    assert f"  * {A}: verdict ok -> missing, " in done.out
    assert done.out.endswith("since old.json: 2 changes, 1 wrong now\n")
    assert done.code == 1


def test_json_and_markdown(locked: Project) -> None:
    rows = json.loads(locked.run("diff", "--lock", "--json", "old.json").out)["changes"]
    assert [row["id"] for row in rows] == [C, A, B]
    assert (rows[1]["old"], rows[1]["new"]) == (
        {"sha": SHA, "license": "mit"},
        {"sha": NEW, "license": "apache-2.0"},
    )
    assert (rows[1]["files_added"], rows[1]["is_harmful"]) == (["A-Q8_0.gguf"], False)
    text = locked.run("diff", "--lock", "--markdown", "old.json").out
    assert text.startswith(
        "### The Hub since `old.json`: 3 changes, 0 wrong now\n\n| id | what |\n"
    )
    assert f"| `{B}` | no longer in the lock |\n" in text


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_a_git_revision(locked: Project) -> None:
    write(locked, OLD_LOCK)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "old"]):
        subprocess.run([*git, *command], cwd=locked.root, check=True)
    write(locked, NEW_LOCK)
    done = locked.run("diff", "--lock")
    assert done.out.endswith("since HEAD: 3 changes, 0 wrong now\n")
    assert locked.run("diff", "--lock", "nothing").code == 2
    assert "nothing" in locked.run("diff", "--lock", "nothing").err
    assert locked.run("diff", "--lock", "generated").code == 2
