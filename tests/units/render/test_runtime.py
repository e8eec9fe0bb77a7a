"""The files that go into every generated package as they stand, and the templates of the others."""

from pathlib import Path

import pytest

import codegen.render
from codegen.render.text import draft

RENDER = Path(codegen.render.__file__).parent
RUNTIME = sorted((RENDER / "runtime").glob("*.py"))
TEMPLATES = sorted((RENDER / "templates").glob("*.jinja"))
GENERATED = RENDER.parents[1] / "generated"


def test_a_runtime_file_is_copied_byte_for_byte_under_the_banner() -> None:
    banner = (RENDER / "templates" / "banner.jinja").read_bytes()
    assert banner.count(b"\n") == 4
    assert len(RUNTIME) > 4
    for path in RUNTIME:
        name = "__init__.py" if path.name == "package.py" else path.name
        assert (GENERATED / name).read_bytes() == banner + path.read_bytes(), name
        assert draft([])[name].encode() == banner + path.read_bytes(), name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_only_loops(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) < 40
    for word in ("|upper", "| upper", "|lower", "| lower", "|sort", "| sort", "{% set", "{% macro"):
        assert word not in text
