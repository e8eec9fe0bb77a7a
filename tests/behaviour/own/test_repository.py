"""The repository of a project that `init` made: its hooks, its workflows, its branches."""

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from ..conftest import HOUSE, Result
from .conftest import TINY, Installed

VERSION = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["version"]
EXAMPLE = "acme_models/definitions/example.py"
REPAIR = "Repair with: hubenum generate\n"
OUR_HOOKS = """\
repos:
  - repo: {repo}
    rev: v1
    hooks:
      - id: {hook}
        language: system
"""


class Repository:
    """A git repository with a project in it, and everything that is run there."""

    def __init__(self, root: Path, installed: Installed) -> None:
        self.root, self._installed = root, installed
        self.environment = {"PRE_COMMIT_HOME": str(root.parent / "pre-commit")}

    def run(self, *command: str) -> Result:
        return self._installed.run(*command, cwd=self.root, **self.environment)

    def git(self, *arguments: str) -> str:
        """What git says; it may fail, as a commit with a hook or a merge with a conflict does."""
        done = self.run("git", "-c", "init.defaultBranch=main", *arguments)
        return done.out + done.err

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--message", message)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def use_what_is_installed(self) -> None:
        """Let the hook that `init` wrote find hubenum here: pre-commit would ask a registry."""
        name = ".pre-commit-config.yaml"
        lines = (self.root / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "additional_dependencies" not in line]
        self.write(name, "".join(kept).replace("language: python", "language: system"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, installed: Installed) -> Repository:
    """A project, generated and committed."""
    repository = Repository(tmp_path_factory.mktemp("first") / "acme", installed)
    repository.root.mkdir()
    repository.git("init", "--quiet")
    assert repository.run("hubenum", "init").code == 0
    assert repository.run("hubenum", "generate").code == 0
    repository.commit("first")
    return repository


@pytest.fixture
def acme(first: Repository, tmp_path: Path, installed: Installed) -> Repository:
    """A clone of it, of the test's own."""
    shutil.copytree(first.root, tmp_path / "acme")
    return Repository(tmp_path / "acme", installed)


def test_the_hook_that_init_wrote_refuses_drift_until_it_is_repaired(acme: Repository) -> None:
    acme.use_what_is_installed()
    acme.run(sys.executable, "-m", "pre_commit", "install")
    assert "hubenum check" in acme.commit("the hook") and not acme.git("status", "--porcelain")
    acme.edit(EXAMPLE, '"8B"', '"8B", "70B"')
    said = acme.commit("forgotten")
    assert '+    EXAMPLE_1_70B = "acme/Example-1-70B"\n' in said and REPAIR in said
    assert "M  acme_models/definitions/example.py" in acme.git("status", "--porcelain")
    assert acme.run("hubenum", "generate").code == 0
    assert "Passed" in acme.commit("remembered")
    assert acme.git("status", "--porcelain") == ""


@pytest.fixture
def hooks(tmp_path: Path, installed: Installed) -> Path:
    """The repository of hubenum, as far as pre-commit reads it."""
    ours = Repository(tmp_path / "hubenum", installed)
    ours.write(".pre-commit-hooks.yaml", (HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))
    ours.git("init", "--quiet")
    ours.commit("hooks")
    ours.git("tag", "v1")
    return ours.root


def test_the_hooks_that_hubenum_offers(acme: Repository, hooks: Path) -> None:
    def run(hook: str) -> Result:
        acme.write(".pre-commit-config.yaml", OUR_HOOKS.format(repo=hooks, hook=hook))
        acme.git("add", "--all")
        return acme.run(sys.executable, "-m", "pre_commit", "run", "--all-files")

    acme.edit(EXAMPLE, '"8B"', '"8B", "70B"')
    done = run("hubenum-check")
    assert done.code == 1 and REPAIR in done.out
    done = run("hubenum-generate")
    assert done.code == 1 and "files were modified by this hook" in done.out
    assert run("hubenum-check").code == 0


def test_a_definition_that_is_deleted_is_noticed_too(acme: Repository, hooks: Path) -> None:
    acme.write("acme_models/definitions/tiny.py", TINY)
    acme.run("hubenum", "generate")
    acme.write(".pre-commit-config.yaml", OUR_HOOKS.format(repo=hooks, hook="hubenum-check"))
    acme.commit("tiny")
    acme.git("rm", "--quiet", "acme_models/definitions/tiny.py")
    done = acme.run(sys.executable, "-m", "pre_commit", "run")
    assert done.code == 1 and "TINY_1 = acme/Tiny-1 would vanish" in done.out


def test_in_a_fresh_repository_nothing_is_committed_yet(
    tmp_path: Path, installed: Installed
) -> None:
    fresh = Repository(tmp_path / "acme", installed)
    fresh.root.mkdir()
    fresh.git("init", "--quiet")
    assert fresh.run("hubenum", "init").code == 0
    fresh.write("acme_models/definitions/tiny.py", TINY)
    assert fresh.run("hubenum", "generate").code == 0
    (fresh.root / EXAMPLE).unlink()
    done = fresh.run("hubenum", "generate")
    assert (done.code, done.err) == (0, "") and done.out.startswith("1 family, 1 model; wrote ")


def test_two_branches_that_each_add_a_family_need_at_most_regenerating(acme: Repository) -> None:
    for stem in ("alpha", "beta"):
        acme.git("checkout", "--quiet", "-b", stem, "main")
        text = TINY.replace("Tiny", stem.title()).replace("TINY", stem.upper())
        acme.write(f"acme_models/definitions/{stem}.py", text)
        assert acme.run("hubenum", "generate").code == 0
        acme.commit(stem)
    acme.git("merge", "--no-edit", "alpha")
    conflicts = acme.git("diff", "--name-only", "--diff-filter=U").split()
    assert all(name.startswith("acme_models/generated/") for name in conflicts)
    assert acme.run("hubenum", "generate").code == 0
    assert acme.run("hubenum", "check").out == "3 families, 10 models; up to date\n"
    acme.commit("merged")
    assert acme.git("status", "--porcelain") == ""
    program = "from acme_models.generated import Models; print(Models.ALPHA_1, Models.BETA_1)"
    assert acme.run(sys.executable, "-c", program).out == "acme/Alpha-1 acme/Beta-1\n"


def _steps(repository: Repository, name: str, job: str) -> list[dict[str, Any]]:
    text = (repository.root / ".github" / "workflows" / name).read_text("utf-8")
    return cast("list[dict[str, Any]]", yaml.safe_load(text)["jobs"][job]["steps"])


def _passes(repository: Repository, name: str, job: str, runner: Path) -> bool:
    """Whether a job passes: what it runs is run as a runner does, up to a step that fails."""
    path = os.pathsep.join([str(runner), repository.run("printenv", "PATH").out.strip()])
    for step in _steps(repository, name, job):
        if "run" in step:
            repository.environment["PATH"] = path
            if repository.run("bash", "-e", "-c", step["run"]).code:
                return False
    return True


def _runner(folder: Path, **programs: str) -> Path:
    """A folder of programs that stand before those of the machine."""
    folder.mkdir()
    for name, script in programs.items():
        (folder / name).write_text(f"#!/usr/bin/env bash\n{script}")
        (folder / name).chmod(0o755)
    return folder


def test_the_workflow_of_every_push_fails_on_drift(acme: Repository, tmp_path: Path) -> None:
    runner = _runner(tmp_path / "runner", pip='echo "$@" > ../pip\n')
    acme.environment["BASE"] = "0" * 40  # as GitHub writes it for the first push of a branch
    assert _passes(acme, "hubenum.yml", "check", runner)
    assert (tmp_path / "pip").read_text() == f"install hubenum=={VERSION}\n"
    acme.edit("acme_models/generated/models.py", "Example-1-8B-GGUF", "Example-1-9B-GGUF")
    assert not _passes(acme, "hubenum.yml", "check", runner)


def test_the_workflows_need_no_more_rights_than_they_use(acme: Repository) -> None:
    def workflow(name: str) -> dict[Any, Any]:
        text = (acme.root / ".github" / "workflows" / name).read_text("utf-8")
        return cast("dict[Any, Any]", yaml.safe_load(text))

    check, nightly = workflow("hubenum.yml"), workflow("hubenum-nightly.yml")
    assert set(check[True]) == {"push", "pull_request"}  # YAML 1.1 reads `on` as a boolean
    assert check["permissions"] == {"contents": "read"}
    assert set(nightly[True]) == {"schedule", "workflow_dispatch"}
    assert nightly["permissions"] == {}
    assert nightly["jobs"]["verify"]["permissions"] == {"contents": "read"}
    assert nightly["jobs"]["propose"]["permissions"] == {
        "contents": "write",
        "pull-requests": "write",
    }


def test_actions_are_pinned_to_a_commit_and_leave_no_token_behind(acme: Repository) -> None:
    for path in (acme.root / ".github" / "workflows").iterdir():
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                if "uses" in step:
                    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def _attributes(repository: Repository, paths: Sequence[str]) -> str:
    return repository.git("check-attr", "text", "eol", "linguist-generated", "--", *paths)


def test_generated_files_are_marked_and_no_others(acme: Repository) -> None:
    assert _attributes(acme, ["acme_models/generated/models.py", EXAMPLE]) == (
        "acme_models/generated/models.py: text: set\n"
        "acme_models/generated/models.py: eol: lf\n"
        "acme_models/generated/models.py: linguist-generated: true\n"
        f"{EXAMPLE}: text: unspecified\n"
        f"{EXAMPLE}: eol: unspecified\n"
        f"{EXAMPLE}: linguist-generated: unspecified\n"
    )


def _lose_tiny(acme: Repository) -> None:
    """Main gets a family; a branch that merges it drops the family together with its output."""
    acme.git("checkout", "--quiet", "-b", "work", "main")
    acme.write("work.txt", "work\n")
    acme.commit("work")
    acme.git("checkout", "--quiet", "main")
    acme.write("acme_models/definitions/tiny.py", TINY)
    assert acme.run("hubenum", "generate").code == 0
    acme.commit("tiny")
    acme.git("checkout", "--quiet", "work")
    acme.git("merge", "--quiet", "--strategy=ours", "--no-edit", "main")
    assert acme.run("hubenum", "check").code == 0


def test_a_family_that_a_merge_dropped_with_its_output_fails_in_the_pull_request(
    acme: Repository, tmp_path: Path
) -> None:
    _lose_tiny(acme)
    runner = _runner(tmp_path / "runner", pip="exit 0\n")
    acme.environment["BASE"] = acme.git("rev-parse", "main").strip()
    assert not _passes(acme, "hubenum.yml", "check", runner)
    done = acme.run("hubenum", "check", "--base", "main")
    assert done.code == 1 and "TINY_1 = acme/Tiny-1 would vanish\n" in done.err
    assert acme.run("hubenum", "check", "--base", "main~1").code == 0
    assert acme.run("hubenum", "check", "--base", "0" * 40).code == 0


def test_a_shallow_clone_says_that_it_cannot_compare(acme: Repository, tmp_path: Path) -> None:
    _lose_tiny(acme)
    base = acme.git("rev-parse", "main").strip()
    acme.git("clone", "--quiet", "--depth=1", "--branch=work", f"file://{acme.root}", "../shallow")
    shallow = Repository(tmp_path / "shallow", acme._installed)
    done = shallow.run("hubenum", "check", "--base", base)
    assert (done.code, done.out) == (2, "")
    assert f"{base} is not in this shallow clone; fetch its history" in done.err


@pytest.mark.parametrize("ignored", [False, True])
def test_the_hook_catches_a_definition_that_git_does_not_track(
    acme: Repository, ignored: bool
) -> None:
    acme.use_what_is_installed()
    acme.run(sys.executable, "-m", "pre_commit", "install")
    acme.write("acme_models/definitions/tiny.py", TINY)
    if ignored:
        acme.write(".git/info/exclude", "tiny.py\n")
    assert acme.run("hubenum", "generate").code == 0
    acme.git("add", "acme_models/generated", ".pre-commit-config.yaml")
    said = acme.git("commit", "--message", "tiny")
    assert "acme_models/definitions/tiny.py: git does not track this definition; add it." in said
    acme.git("add", "--force", "acme_models/definitions/tiny.py")
    assert "Passed" in acme.git("commit", "--message", "tiny")
