"""hubenum is installed, with its own `definitions` and `generated`; so is a project of the
reader's. Neither is taken for the other, wherever a command is run."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.hub_server.server import Hub

from .conftest import TINY, Installed, files_of

OTHERS = {
    "definitions/__init__.py": 'raise RuntimeError("not to be imported")\n',
    "definitions/example.py": 'raise RuntimeError("not to be read")\n',
    "generated/__init__.py": 'raise RuntimeError("not to be imported")\n',
}
WAYS = ["console script", "python -m codegen"]
NO_PROJECT = """\
pyproject.toml: [tool.hubenum]: not in a pyproject.toml of this folder or one above it
    Run `hubenum init` in the folder of your project, or work inside one.
1 problem; nothing was changed.
"""


@pytest.fixture(scope="module")
def acme(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that `init` made and `generate` filled, with folders of other people's within."""
    root = tmp_path_factory.mktemp("acme") / "acme"
    root.mkdir()
    assert installed.run("hubenum", "init", cwd=root).code == 0
    assert installed.run("hubenum", "generate", cwd=root).code == 0
    for name, text in OTHERS.items():
        path = root / "others" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def command(installed: Installed, way: str, *arguments: str) -> list[str]:
    start = [installed.script] if way == WAYS[0] else [*installed.module]
    return [*start, *arguments]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("word", "folder"),
    [("check", "."), ("check", "acme_models/generated"), ("generate", "others")],
)
def test_within_the_project_it_is_the_readers(
    installed: Installed, acme: Path, word: str, folder: str, way: str
) -> None:
    before = files_of(installed.folder), files_of(acme)
    done = installed.run(*command(installed, way, word), cwd=acme / folder)
    assert (done.code, done.err) == (0, "")
    assert done.out in (
        "1 family, 8 models; up to date\n",
        "1 family, 8 models; nothing to write\n",
    )
    assert (files_of(installed.folder), files_of(acme)) == before


@pytest.mark.parametrize("way", WAYS)
def test_a_project_may_even_call_its_own_so(installed: Installed, tmp_path: Path, way: str) -> None:
    table = '[tool.hubenum]\ndefinitions = "definitions"\noutput = "generated"\nuploader = "acme"\n'
    (tmp_path / "pyproject.toml").write_text(table)
    (tmp_path / "definitions").mkdir()
    (tmp_path / "definitions" / "tiny.py").write_text(TINY)
    done = installed.run(*command(installed, way, "generate"), cwd=tmp_path)
    assert done.out.startswith("1 family, 1 model; wrote __init__.py")
    assert "acme/Tiny-1" in (tmp_path / "generated" / "models.py").read_text("utf-8")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("content", [{}, OTHERS], ids=["empty folder", "others' folders"])
def test_without_a_project_it_is_nobodys(
    installed: Installed, tmp_path: Path, content: dict[str, str], way: str
) -> None:
    for name, text in content.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = files_of(installed.folder), files_of(tmp_path)
    done = installed.run(*command(installed, way, "generate"), cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", NO_PROJECT)
    assert (files_of(installed.folder), files_of(tmp_path)) == before


@pytest.mark.parametrize("way", WAYS)
def test_nor_at_the_root_of_the_disk_which_is_no_reason_to_keep_the_help(
    installed: Installed, way: str
) -> None:
    done = installed.run(*command(installed, way, "check"), cwd=Path("/"))
    assert (done.code, done.out, done.err) == (2, "", NO_PROJECT)
    done = installed.run(*command(installed, way, "generate", "--help"), cwd=Path("/"))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: hubenum generate ")


def test_each_typed_package_is_found_by_its_own_name(installed: Installed, acme: Path) -> None:
    program = (
        "from acme_models.generated import Models as theirs; from generated import Models as ours;"
        "print(theirs.EXAMPLE_1_8B_GGUF, ours.LLAMA_3_1_8B, len(theirs), len(ours) > 1000)"
    )
    done = installed.run(sys.executable, "-c", program, cwd=acme)
    assert (done.out, done.err) == ("acme/Example-1-8B-GGUF unsloth/Llama-3.1-8B 8 True\n", "")


@pytest.mark.parametrize(
    ("module", "repo_ids"),
    [
        ("acme_models.definitions.tiny", ["acme/Tiny-1"]),
        (
            "definitions.rnj",
            ["unsloth/rnj-1-instruct", "unsloth/rnj-1-instruct-GGUF", "EssentialAI/rnj-1-instruct"],
        ),
    ],
)
def test_a_definition_file_that_is_run_checks_its_own_family(
    installed: Installed, acme: Path, tmp_path: Path, hub: Hub, module: str, repo_ids: list[str]
) -> None:
    """From the project as from elsewhere, and where hubenum is installed within the project."""
    for repo_id in repo_ids:
        hub.add(repo_id)
    tiny = acme / "acme_models" / "definitions" / "tiny.py"
    tiny.write_text(TINY)
    within = shutil.copytree(installed.folder, acme / ".venv" / "lib")
    try:
        for cwd, site in ((acme / "others", installed.folder), (tmp_path, within)):
            paths = os.pathsep.join([str(site), str(acme)])
            command = [sys.executable, "-P", "-m", module]
            done = installed.run(*command, cwd=cwd, PYTHONPATH=paths)
            assert (done.code, done.err) == (0, "")
            assert done.out.splitlines()[:-1] == [f"✓ {repo_id}" for repo_id in repo_ids]
    finally:
        shutil.rmtree(acme / ".venv")
        tiny.unlink()
