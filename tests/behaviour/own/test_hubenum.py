"""The package `hubenum`: the same objects as `generated` and `codegen`, under one name."""

import sys
from pathlib import Path

import pytest
from mypy import api

import codegen.schema
import generated
import hubenum
import hubenum.schema

from .conftest import Installed


def test_it_has_the_same_objects() -> None:
    assert hubenum.__all__ == generated.__all__
    for name in hubenum.__all__:
        assert getattr(hubenum, name) is getattr(generated, name)
        assert name in dir(hubenum)
    for name in codegen.schema.__all__:
        assert getattr(hubenum.schema, name) is getattr(codegen.schema, name)
    assert hubenum.schema.__all__ == codegen.schema.__all__
    with pytest.raises(AttributeError, match="'hubenum' has no attribute 'nothing'"):
        hubenum.nothing  # noqa: B018


def python(installed: Installed, folder: Path, program: str) -> tuple[int, str, str]:
    done = installed.run(sys.executable, "-c", program, cwd=folder)
    return done.code, done.out, done.err.splitlines()[-1] if done.err else ""


def test_an_import_loads_no_more_than_the_models(installed: Installed, tmp_path: Path) -> None:
    program = (
        "import sys; from hubenum import Models; print(Models.LLAMA_3_1_8B);"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in ('generated', 'codegen')))"
    )
    alone = program.replace("hubenum", "generated", 1)
    assert python(installed, tmp_path, program) == python(installed, tmp_path, alone)


def test_the_message_names_the_file_that_hides_generated(
    installed: Installed, tmp_path: Path
) -> None:
    other = tmp_path / "generated" / "__init__.py"
    other.parent.mkdir()
    other.write_text("Models = 1\n")
    code, out, error = python(installed, tmp_path, "from hubenum import Models")
    assert (code, out) == (1, "")
    assert error.startswith(f"ImportError: `generated` is {other} here, not the package that")


def test_what_hides_codegen_is_named_and_the_command_does_without(
    installed: Installed, tmp_path: Path
) -> None:
    other = tmp_path / "codegen.py"
    other.write_text("")
    error = python(installed, tmp_path, "import hubenum.schema")[2]
    assert error.startswith(f"ImportError: `codegen` is {other} here, not the package that")
    done = installed.run(sys.executable, "-m", "hubenum", "--version", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    paths = f"{tmp_path}:{installed.folder}"
    done = installed.run("hubenum", "--version", cwd=tmp_path, PYTHONPATH=paths)
    assert (done.code, done.err) == (0, "")


def test_definitions_of_others_are_typed(tmp_path: Path) -> None:
    use = tmp_path / "use.py"
    names = ", ".join(codegen.schema.__all__)
    use.write_text(f"from hubenum.schema import {names}\nAWQ.tagged(1)\n")
    out, _, code = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(use)])
    assert "use.py:2: error: Argument 1" in out and out.endswith("(checked 1 source file)\n")
    assert (out.count("error"), code) == (2, 1)
