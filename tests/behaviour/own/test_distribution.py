"""What the wheel and the sdist carry."""

import tarfile
import zipfile
from pathlib import Path

from ..conftest import HOUSE
from .conftest import build

SOURCES = {
    path.relative_to(HOUSE).as_posix()
    for package in ("codegen", "definitions", "generated", "hubenum")
    for path in (HOUSE / package).rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
SPELLED = {
    "codegen/py.typed",
    "codegen/catalog/schema.json",
    "codegen/render/templates/models.py.jinja",
    "codegen/catalog/templates/page.css",
    "codegen/project/templates/nightly.yml.jinja",
    "definitions/__init__.py",
    "definitions/llama.py",
    "definitions/py.typed",
    "generated/models.py",
    "generated/_metadata.pyi",
    "generated/py.typed",
    "hubenum/__init__.py",
    "hubenum/py.typed",
}


def test_the_wheel_has_the_four_packages_the_command_and_the_license(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        about = next(name.partition("/")[0] for name in names if ".dist-info/" in name)
        points = archive.read(f"{about}/entry_points.txt").decode()
        metadata = archive.read(f"{about}/METADATA").decode()
    assert names >= SPELLED
    assert {name for name in names if not name.startswith(about)} == SOURCES
    assert f"{about}/licenses/LICENSE" in names
    assert points == "[console_scripts]\nhubenum = hubenum.__main__:main\n"
    assert "License-Expression: Apache-2.0\n" in metadata


def test_the_sdist_has_what_the_wheel_is_made_of(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= SOURCES | {"pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"}
