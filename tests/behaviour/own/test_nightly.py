"""The nightly workflow that `init` writes, run step by step against a bare repository.

`gh`, `pip` and `hubenum` are stand-ins: what is tested is what the workflow does with branches and
pull requests. A night begins with a fresh clone, as on a runner.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from .conftest import Folder

EXAMPLE = "acme_models/definitions/example.py"
LOCK = "acme_models/definitions/hub.lock.json"
BRANCH = "hubenum-nightly"
REPORT = "Left by hand: acme/Odd-1B. Not named by tags: acme/Other-1B."

HUBENUM = f"""
case "$1" in
sync) echo '{REPORT}'; eval "$SYNC";;
verify) test "$2" != --record || date +%N > {LOCK}; eval "${{VERIFY:-:}}";;
generate) cksum < {EXAMPLE} | tee acme_models/generated/models.py > README.md;;
esac
"""
GH = """
read -r number state < "$FORGE/pr"
case "$1 $2" in
"pr list") eval "${MEANWHILE:-:}"; echo "$number $state";;
"pr create") echo "$((number + 1)) OPEN" > "$FORGE/pr"; cp "$8" "$FORGE/body"
    git -C "$FORGE/origin" update-ref "refs/pull/$((number + 1))/head" "refs/heads/$4";;
"pr edit") cp "$5" "$FORGE/body"; echo edited >> "$FORGE/edits";;
esac
"""


def add(size: str) -> str:
    """A sync that declares one more size and reports a finding."""
    return f'sed -i \'s/"8B"/"8B", "{size}"/\' {EXAMPLE}; exit 1'


class Forge:
    """A bare repository, its pull request, and the runner of its workflows."""

    def __init__(self, root: Path, project: Path) -> None:
        self.root, self.nights = root, 0
        for name, script in {"hubenum": HUBENUM, "gh": GH, "pip": ""}.items():
            program = root / "bin" / name
            program.parent.mkdir(exist_ok=True)
            program.write_text(f"#!/usr/bin/env bash\n{script}")
            program.chmod(0o755)
        (root / "pr").write_text("0 NONE\n")
        subprocess.run([root / "bin" / "hubenum", "generate"], cwd=project, check=True)
        self.git(project, "init", "--quiet", "--initial-branch=main")
        self.git(project, "add", "--all")
        self.git(project, "commit", "--quiet", "--message=first")
        self.git(root, "clone", "--quiet", "--bare", str(project), "origin")

    def git(self, cwd: Path, *arguments: str) -> str:
        command = ["git", "-c", "user.name=ada", "-c", "user.email=ada@example.org", *arguments]
        done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def origin(self, *arguments: str) -> str:
        """What a git command prints in the bare repository."""
        return self.git(self.root / "origin", *arguments)

    @property
    def tip(self) -> str:
        """The commit at the tip of the branch; "" if there is no branch."""
        return self.origin("for-each-ref", "--format=%(objectname)", f"refs/heads/{BRANCH}")

    @property
    def pull_request(self) -> str:
        return (self.root / "pr").read_text().strip()

    @property
    def files(self) -> list[str]:
        """The files that the branch changes."""
        return self.origin("diff", "--name-only", f"main...{BRANCH}").split()

    def clone(self, name: str, branch: str = "main") -> Path:
        self.git(self.root, "clone", "--quiet", "--branch", branch, "origin", name)
        return self.root / name

    def close(self) -> None:
        """A person closes the pull request, and the forge deletes its branch."""
        number = self.pull_request.split()[0]
        self.origin("update-ref", f"refs/pull/{number}/head", self.tip)
        self.origin("update-ref", "-d", f"refs/heads/{BRANCH}")
        (self.root / "pr").write_text(f"{number} CLOSED\n")

    def night(self, job: str = "propose", **environment: str) -> bool:
        """Whether a job passes on a fresh clone."""
        self.nights += 1
        checkout = self.clone(f"night{self.nights}")
        workflow = yaml.safe_load((checkout / ".github/workflows/hubenum-nightly.yml").read_text())
        summary = self.root / "summary"
        summary.write_text("")
        runner = {
            "PATH": os.pathsep.join([str(self.root / "bin"), os.environ["PATH"]]),
            "FORGE": str(self.root),
            "RUNNER_TEMP": str(self.root),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUN": "https://example.org/run/1",
        }
        for step in cast("list[Mapping[str, Any]]", workflow["jobs"][job]["steps"]):
            command = ["bash", "--noprofile", "--norc", "-e", "-c", step.get("run", ":")]
            done = subprocess.run(
                command, cwd=checkout, env={**os.environ, **runner, **environment}, check=False
            )
            if done.returncode:
                return False
        return True


@pytest.fixture
def forge(acme: Folder, tmp_path: Path) -> Forge:
    acme.write("README.md", "# Acme\n")
    acme.run("init")
    acme.write("acme_models/generated/models.py", "")
    (tmp_path / "forge").mkdir()
    return Forge(tmp_path / "forge", acme.root)


@pytest.mark.parametrize("sync", ["exit 0", "exit 1"], ids=["no finding", "nothing to write"])
def test_without_a_change_there_is_no_pull_request(forge: Forge, sync: str) -> None:
    assert forge.night(SYNC=sync)
    assert (forge.pull_request, forge.tip) == ("0 NONE", "")
    assert REPORT in (forge.root / "summary").read_text()


def test_a_new_upload_is_proposed_with_all_that_changed_and_the_whole_report(forge: Forge) -> None:
    assert forge.night(SYNC=add("70B"))
    assert forge.pull_request == "1 OPEN"
    assert forge.files == ["README.md", EXAMPLE, "acme_models/generated/models.py"]
    body = (forge.root / "body").read_text()
    assert f"    {REPORT}\n" in body and body == (forge.root / "summary").read_text()


def test_no_answer_from_the_hub_proposes_nothing(forge: Forge) -> None:
    assert not forge.night(SYNC=add("70B").replace("exit 1", "exit 2"))
    assert (forge.pull_request, forge.tip) == ("0 NONE", "")


def test_the_next_night_adds_to_the_same_pull_request(forge: Forge) -> None:
    forge.night(SYNC=add("70B"))
    first = forge.tip
    assert forge.night(SYNC=add("70B")) and forge.tip == first
    work = forge.clone("work")
    (work / "other.txt").write_text("Meanwhile, work goes on.\n")
    forge.git(work, "add", "--all")
    forge.git(work, "commit", "--quiet", "--message=other")
    forge.git(work, "push", "--quiet", "origin", "main")
    assert forge.night(SYNC=add("405B"))
    assert forge.origin("merge-base", "main", BRANCH) == forge.origin("rev-parse", "main")
    assert '"405B"' in forge.origin("show", f"{BRANCH}:{EXAMPLE}")
    assert forge.pull_request == "1 OPEN" and (forge.root / "edits").exists()


@pytest.mark.parametrize("change", ["a commit on top", "an amended commit", "a merge of main"])
def test_a_commit_of_a_reviewer_is_never_lost(forge: Forge, change: str) -> None:
    forge.night(SYNC=add("70B"))
    review = forge.clone("review", BRANCH)
    (review / EXAMPLE).write_text((review / EXAMPLE).read_text() + "# reviewed\n")
    extra = {
        "a commit on top": ["commit", "--quiet", "--all", "--message=review"],
        "an amended commit": ["commit", "--quiet", "--all", "--amend", "--no-edit"],
        "a merge of main": ["commit", "--quiet", "--all", "--message=Merge main"],
    }
    forge.git(review, *extra[change])
    forge.git(review, "push", "--quiet", "--force", "origin", BRANCH)
    reviewed = forge.tip
    assert forge.night(SYNC=add("405B"))
    assert forge.tip == reviewed


def test_a_commit_that_arrives_meanwhile_is_not_lost_either(forge: Forge) -> None:
    forge.night(SYNC=add("70B"))
    review = forge.clone("review", BRANCH)
    (review / EXAMPLE).write_text((review / EXAMPLE).read_text() + "# reviewed\n")
    forge.git(review, "commit", "--quiet", "--all", "--message=review")
    reviewed = forge.git(review, "rev-parse", "HEAD")
    push = f"git -C {review} push --quiet origin {BRANCH}"
    assert not forge.night(SYNC=add("405B"), MEANWHILE=push)
    assert forge.tip == reviewed


def test_what_a_person_closed_is_not_proposed_again(forge: Forge) -> None:
    forge.night(SYNC=add("70B"))
    forge.close()
    assert forge.night(SYNC=add("70B"))
    assert (forge.pull_request, forge.tip) == ("1 CLOSED", "")
    assert forge.night(SYNC=add("405B"))
    assert forge.pull_request == "2 OPEN"


def test_the_lock_is_refreshed_in_the_pull_request(forge: Forge) -> None:
    work = forge.clone("work")
    (work / LOCK).write_text("{}\n")
    forge.git(work, "add", "--all")
    forge.git(work, "commit", "--quiet", "--message=lock")
    forge.git(work, "push", "--quiet", "origin", "main")
    assert forge.night(SYNC="exit 0", VERIFY="exit 1") and LOCK in forge.files
    tip = forge.tip
    assert not forge.night(SYNC="exit 0", VERIFY="exit 2") and forge.tip == tip


@pytest.mark.parametrize(("code", "passes"), [(0, True), (1, False), (2, False)])
def test_verify_decides_whether_its_job_passes(forge: Forge, code: int, passes: bool) -> None:
    assert forge.night("verify", VERIFY=f"exit {code}") is passes
