"""The next wheel of a project holds the models, whichever back end builds it."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import Folder

PROJECT = '\n[project]\nname = "acme-tools"\nversion = "1.0"\ndescription = "Tools"\n'
BACKENDS = {
    "hatchling": "hatchling.build",
    "setuptools": "setuptools.build_meta",
    "flit_core": "flit_core.buildapi",
    "pdm.backend": "pdm.backend",
    "poetry.core": "poetry.core.masonry.api",
    "uv_build": "uv_build",
}


def wheel_of(root: Path, backend: str) -> set[str]:
    """The names of the files in the wheel that a project builds now."""
    if importlib.util.find_spec(backend.partition(".")[0]) is None:
        pytest.skip(f"{backend} is not installed")
    shutil.rmtree(root / "dist", ignore_errors=True)
    (root / "dist").mkdir()
    program = f"import {BACKENDS[backend]} as b; b.build_wheel('dist')"
    command = [sys.executable, "-c", program]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next((root / "dist").glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def start(folder: Folder, backend: str, package: str, settings: str = "") -> None:
    """A project with a build back end, and with a package if it has one yet."""
    system = f'[build-system]\nrequires = []\nbuild-backend = "{BACKENDS[backend]}"\n'
    folder.write("pyproject.toml", system + PROJECT + settings)
    if package:
        folder.write(f"{package}/__init__.py", '"""Tools of Acme."""\n')
    folder.write("tests/test_it.py", "")


NEEDED = {"definitions/example.py", "generated/models.py", "generated/py.typed"}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("package", ["src/acme_tools", "acme_tools", ""])
def test_init_uses_the_package_that_is_built(acme: Folder, backend: str, package: str) -> None:
    settings = '[tool.uv.build-backend]\nmodule-root = ""\n' if package == "acme_tools" else ""
    start(acme, backend, package, settings if backend == "uv_build" else "")
    done = acme.run("init")
    assert (done.code, done.err) == (0, "") and "Add this to pyproject.toml" not in done.out
    assert acme.run("generate").code == 0
    assert wheel_of(acme.root, backend) >= {f"acme_tools/{name}" for name in NEEDED}


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_package_of_another_name_is_what_the_settings_say(acme: Folder, backend: str) -> None:
    stated = {
        "hatchling": '[tool.hatch.build.targets.wheel]\npackages = ["src/kit"]\n',
        "setuptools": "",
        "flit_core": '[tool.flit.module]\nname = "kit"\n',
        "pdm.backend": "",
        "poetry.core": '[tool.poetry]\npackages = [{ include = "kit", from = "src" }]\n',
        "uv_build": '[tool.uv.build-backend]\nmodule-name = "kit"\n',
    }
    start(acme, backend, "src/kit", stated[backend])
    acme.write("src/kit/core.py", "X = 1\n")
    assert "from kit.generated import Models" in acme.run("init").out
    assert acme.run("generate").code == 0
    assert wheel_of(acme.root, backend) >= {f"kit/{name}" for name in NEEDED}


@pytest.mark.parametrize("layout", ["src/", ""])
@pytest.mark.parametrize("backend", BACKENDS)
def test_what_to_add_to_the_build_is_enough(acme: Folder, backend: str, layout: str) -> None:
    root = '[tool.uv.build-backend]\nmodule-root = ""\n' if not layout else ""
    start(acme, backend, f"{layout}acme_tools", root if backend == "uv_build" else "")
    done = acme.run("init", "--package", "hub_models")
    assert acme.run("generate").code == 0
    if backend == "flit_core":
        assert "Flit ships one package: run `hubenum init --package acme_tools.models`." in done.out
        return
    if "Add this to pyproject.toml" in done.out:
        addition = done.out.partition("Add this to pyproject.toml:\n")[2].partition("\nNext:")[0]
        lines = re.sub("^    ", "", addition, flags=re.M)
        text = (acme.root / "pyproject.toml").read_text()
        if root and backend == "uv_build":
            lines = lines.replace("[tool.uv.build-backend]\n", "")
            text = text.replace(root, root + lines.strip() + "\n")
            acme.write("pyproject.toml", text)
        else:
            acme.write("pyproject.toml", text + lines)
    else:
        assert backend == "pdm.backend" or (backend, layout) == ("setuptools", "src/")
    names = wheel_of(acme.root, backend)
    assert names >= {f"hub_models/{name}" for name in NEEDED} | {"acme_tools/__init__.py"}


def test_listed_packages_of_setuptools_do_not_imply_those_inside(acme: Folder) -> None:
    listed = '[tool.setuptools]\npackages = ["acme_tools"]\n'
    start(acme, "setuptools", "acme_tools", listed)
    done = acme.run("init")
    line = 'packages = ["acme_tools", "acme_tools.definitions", "acme_tools.generated"]\n'
    assert f"    [tool.setuptools]\n    {line}" in done.out
    assert acme.run("generate").code == 0
    text = (acme.root / "pyproject.toml").read_text()
    acme.write("pyproject.toml", text.replace('packages = ["acme_tools"]\n', line))
    assert wheel_of(acme.root, "setuptools") >= {f"acme_tools/{name}" for name in NEEDED}


def test_a_package_inside_of_the_one_that_is_built(acme: Folder) -> None:
    start(acme, "flit_core", "src/acme_tools")
    assert acme.run("init", "--package", "acme_tools.models").code == 0
    assert acme.settings()["output"] == "src/acme_tools/models/generated"
    assert acme.run("generate").code == 0
    names = wheel_of(acme.root, "flit_core")
    assert names >= {f"acme_tools/models/{name}" for name in NEEDED}
