"""`hubenum catalog` in a project."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.commands import ROOT
from tests.projects import Project

SAMPLE = ROOT / "tests" / "browser" / "sample"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("stats"))
    return Project(folder)


def test_it_writes_a_page_and_json_with_its_schema(project: Project) -> None:
    first = project.run("catalog")
    written = "catalog.html, catalog.json, catalog.schema.json"
    assert first.out == f"catalog/catalog.html: 63 models; wrote {written}\n"
    assert (first.code, first.err) == (0, "")
    assert first.out in (ROOT / "docs" / "catalog.md").read_text("utf-8")
    folder = project.root / "catalog"
    data = json.loads((folder / "catalog.json").read_text("utf-8"))
    jsonschema.validate(data, json.loads((folder / data["$schema"]).read_text("utf-8")))
    assert len(data["models"]) == 63
    assert data["import"] == "from generated import Models"
    again = project.run("catalog")
    assert again.out == "catalog/catalog.html: 63 models; nothing to write\n"


def test_into_a_folder_of_choice_and_the_same_bytes_anywhere(project: Project) -> None:
    project.run("catalog", "--output", "a/b", PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    project.run("catalog", "--output", str(project.root / "c"), PYTHONHASHSEED="2")
    for name in ("catalog.html", "catalog.json", "catalog.schema.json"):
        assert (project.root / "a" / "b" / name).read_bytes() == (
            project.root / "c" / name
        ).read_bytes()


def test_what_was_recorded_is_shown(project: Project) -> None:
    (project.root / "stats").mkdir()
    for day, downloads in (("2026-11-24", 5), ("2026-11-25", 1234)):
        row = {"date": day, "id": "Qwen/Qwen3-8B", "downloads": downloads}
        (project.root / "stats" / f"{day}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert project.run("catalog").code == 0
    data = json.loads((project.root / "catalog" / "catalog.json").read_text("utf-8"))
    assert data["days"] == ["2026-11-24", "2026-11-25"]
    counted = {m["repo_id"]: m["downloads"] for m in data["models"] if m["downloads"]}
    assert counted == {"Qwen/Qwen3-8B": [5, 1234]}
    assert "[5,1234]" in (project.root / "catalog" / "catalog.html").read_text("utf-8")
    (project.root / "stats" / "2026-11-25.jsonl").write_text("<<<<<<< ours\n", "utf-8")
    broken = project.run("catalog")
    assert (broken.code, broken.out) == (2, "")
    assert "stats/2026-11-25.jsonl:1" in broken.err


def test_verdicts_on_record_are_shown(project: Project) -> None:
    fields = {"verdict": "renamed", "canonical": "Qwen/Qwen-3-8B", "license": "apache-2.0"}
    lock = {"verified": "2026-11-25", "models": {"Qwen/Qwen3-8B": fields}}
    (project.root / "definitions" / "hub.lock.json").write_text(json.dumps(lock), "utf-8")
    assert project.run("catalog").code == 0
    data = json.loads((project.root / "catalog" / "catalog.json").read_text("utf-8"))
    hubs = {m["repo_id"]: m["hub"] for m in data["models"] if m["hub"]}
    assert list(hubs) == ["Qwen/Qwen3-8B"]
    known = {name: value for name, value in hubs["Qwen/Qwen3-8B"].items() if value}
    assert known == {**fields, "checked": "2026-11-25"}
    page = (project.root / "catalog" / "catalog.html").read_text("utf-8")
    assert '"Qwen/Qwen-3-8B"' in page


def test_the_import_line_is_that_of_the_generated_package(project: Project) -> None:
    settings = project.root / "pyproject.toml"
    text = settings.read_text("utf-8").replace('"generated"', '"src/shop/models"')
    settings.write_text(text, "utf-8")
    (project.root / "src" / "shop").mkdir(parents=True)
    (project.root / "src" / "shop" / "__init__.py").touch()
    assert project.run("catalog").code == 0
    data = json.loads((project.root / "catalog" / "catalog.json").read_text("utf-8"))
    assert data["import"] == "from shop.models import Models"


def test_counts_from_another_folder(project: Project) -> None:
    assert project.run("catalog", "--stats", str(SAMPLE / "stats")).code == 0
    data = json.loads((project.root / "catalog" / "catalog.json").read_text("utf-8"))
    assert len(data["days"]) == 10
    assert all(len(model["downloads"]) == 10 for model in data["models"])


def test_a_mistake_in_a_definition_leaves_everything_as_it_was(project: Project) -> None:
    project.run("catalog")
    before = (project.root / "catalog" / "catalog.html").read_bytes()
    broken = project.root / "definitions" / "qwen.py"
    broken.write_text(broken.read_text("utf-8").replace('org="Qwen"', 'org=""'), "utf-8")
    result = project.run("catalog")
    assert (result.code, result.out) == (2, "")
    assert "definitions/qwen.py:" in result.err
    assert (project.root / "catalog" / "catalog.html").read_bytes() == before
