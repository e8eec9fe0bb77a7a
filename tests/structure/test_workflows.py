"""The workflows of this repository: pinned actions, the least permissions, like the templates."""

import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from codegen.project.init import Project
from codegen.project.scaffold import files

from .source import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PERMISSIONS = {
    "check.yml": {"contents": "read"},
    "nightly.yml verify": {"contents": "read"},
    "nightly.yml propose": {"contents": "write", "pull-requests": "write"},
    "pages.yml build": {"contents": "read"},
    "pages.yml deploy": {"pages": "write", "id-token": "write"},
    "release.yml build": {"contents": "read"},
    "release.yml publish": {"id-token": "write"},
}


def workflow(path: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load(path.read_text("utf-8")))


def nightly() -> str:
    """What `init` writes for a project that is built here, and not installed from an index."""
    project = Project(ROOT, "definitions", "generated", "unsloth", True, requirements=["."])
    return next(f.text for f in files(project, (), ("", "")) if f.path.endswith("nightly.yml"))


def test_the_nightly_workflow_is_the_one_that_init_writes() -> None:
    assert (ROOT / ".github" / "workflows" / "nightly.yml").read_text("utf-8") == nightly()


def test_permissions_are_the_least() -> None:
    stated = {
        " ".join(filter(None, [path.name, job])): permissions
        for path in WORKFLOWS
        for job, permissions in [
            ("", workflow(path).get("permissions")),
            *((j, v.get("permissions")) for j, v in workflow(path)["jobs"].items()),
        ]
        if permissions
    }
    assert stated == PERMISSIONS
    assert all("permissions" in workflow(path) for path in WORKFLOWS)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_leave_no_token_behind(path: Path) -> None:
    for job in workflow(path)["jobs"].values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_the_tests_run_on_every_supported_python() -> None:
    job = workflow(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
