"""`hubenum catalog` in a project of somebody's own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

HOUSE = Path(__file__).parents[2]
SAMPLE = HOUSE / "tests" / "browser" / "sample"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("stats"))
    return folder


def catalog(project: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "codegen", "catalog", *options],
        cwd=project,
        env={"PYTHONPATH": str(HOUSE), "PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
    )


def test_it_writes_a_page_and_json_with_its_schema(project: Path) -> None:
    first = catalog(project)
    written = "catalog.html, catalog.json, catalog.schema.json"
    assert first.stdout == f"catalog/catalog.html: 63 models; wrote {written}\n"
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout in (HOUSE / "docs" / "catalog.md").read_text("utf-8")
    folder = project / "catalog"
    data = json.loads((folder / "catalog.json").read_text("utf-8"))
    jsonschema.validate(data, json.loads((folder / data["$schema"]).read_text("utf-8")))
    assert len(data["models"]) == 63
    assert (folder / "catalog.html").read_text("utf-8").count("<li id=") == 63
    again = catalog(project)
    assert again.stdout == "catalog/catalog.html: 63 models; nothing to write\n"


def test_into_a_folder_of_choice_and_the_same_bytes_anywhere(project: Path) -> None:
    catalog(project, "--output", "a/b", PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    catalog(project, "--output", str(project / "c"), PYTHONHASHSEED="2")
    for name in ("catalog.html", "catalog.json", "catalog.schema.json"):
        assert (project / "a" / "b" / name).read_bytes() == (project / "c" / name).read_bytes()


def test_what_was_recorded_is_shown(project: Path) -> None:
    (project / "stats").mkdir()
    for day, downloads in (("2026-11-24", 5), ("2026-11-25", 1234)):
        row = {"date": day, "id": "Qwen/Qwen3-8B", "downloads": downloads}
        (project / "stats" / f"{day}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert catalog(project).returncode == 0
    data = json.loads((project / "catalog" / "catalog.json").read_text("utf-8"))
    assert data["days"] == ["2026-11-24", "2026-11-25"]
    counted = {m["repo_id"]: m["downloads"] for m in data["models"] if m["downloads"]}
    assert counted == {"Qwen/Qwen3-8B": [5, 1234]}
    assert ">1.23k<" in (project / "catalog" / "catalog.html").read_text("utf-8")
    (project / "stats" / "2026-11-25.jsonl").write_text("<<<<<<< ours\n", "utf-8")
    broken = catalog(project)
    assert (broken.returncode, broken.stdout) == (2, "")
    assert "stats/2026-11-25.jsonl:1" in broken.stderr


def test_verdicts_on_record_are_shown(project: Path) -> None:
    said = {"verdict": "renamed", "canonical": "Qwen/Qwen-3-8B"}
    lock = {"verified": "2026-11-25", "models": {"Qwen/Qwen3-8B": said}}
    (project / "definitions" / "hub.lock.json").write_text(json.dumps(lock), "utf-8")
    assert catalog(project).returncode == 0
    data = json.loads((project / "catalog" / "catalog.json").read_text("utf-8"))
    assert {m["repo_id"]: m["hub"] for m in data["models"] if m["hub"]} == {
        "Qwen/Qwen3-8B": {**said, "checked": "2026-11-25"}
    }
    page = (project / "catalog" / "catalog.html").read_text("utf-8")
    assert "The Hub has it as Qwen/Qwen-3-8B" in page


def test_counts_from_another_folder(project: Path) -> None:
    assert catalog(project, "--stats", str(SAMPLE / "stats")).returncode == 0
    data = json.loads((project / "catalog" / "catalog.json").read_text("utf-8"))
    assert len(data["days"]) == 10
    assert all(len(model["downloads"]) == 10 for model in data["models"])


def test_a_mistake_in_a_definition_leaves_everything_as_it_was(project: Path) -> None:
    catalog(project)
    before = (project / "catalog" / "catalog.html").read_bytes()
    broken = project / "definitions" / "qwen.py"
    broken.write_text(broken.read_text("utf-8").replace('org="Qwen"', 'org=""'), "utf-8")
    result = catalog(project)
    assert (result.returncode, result.stdout) == (2, "")
    assert "definitions/qwen.py:" in result.stderr
    assert (project / "catalog" / "catalog.html").read_bytes() == before
