"""`generate` and `check` as their users meet them: in folders, consoles and accidents."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HOUSE, LLAMA, Project

BLACK_OF_THE_READER = """
[tool.black]
line-length = 60
skip-string-normalization = true
skip-magic-trailing-comma = true
"""


def test_generate_then_import(project: Project) -> None:
    done = project.run("generate")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 family, 8 models; wrote __init__.py, ")
    program = "from generated import Models; print(Models.LLAMA_3_1_8B_INSTRUCT_BNB)"
    assert project.python("-c", program).out == "unsloth/Llama-3.1-8B-Instruct-bnb-4bit\n"
    again = project.run("generate")
    assert (again.code, again.out) == (0, "1 family, 8 models; nothing to write\n")
    checked = project.run("check")
    assert (checked.code, checked.out, checked.err) == (0, "1 family, 8 models; up to date\n", "")


def test_check_finds_one_changed_character_and_says_how_to_repair_it(project: Project) -> None:
    project.run("generate")
    text = project.models.read_text("utf-8")
    project.models.write_text(text.replace('"unsloth/Llama-3.1-8B"', '"unsloth/Llama-3.1-9B"'))
    before = project.snapshot()
    checked = project.run("check")
    assert checked.code == 1
    assert '-    LLAMA_3_1_8B = "unsloth/Llama-3.1-9B"\n' in checked.out
    assert '+    LLAMA_3_1_8B = "unsloth/Llama-3.1-8B"\n' in checked.out
    assert "python -m codegen generate" in checked.err
    assert project.snapshot() == before
    assert project.run("generate").code == 0
    assert project.run("check").code == 0


def test_a_definition_that_raises_is_exit_2_and_changes_nothing(project: Project) -> None:
    project.run("generate")
    project.define("qwen", '"""Qwen."""\n\nraise RuntimeError("not today")\n')
    before = project.snapshot()
    for command in ("check", "generate"):
        done = project.run(command)
        assert done.code == 2
        where = Path("definitions", "qwen.py")
        assert done.err == (
            f"{where}:3: qwen: RuntimeError: not today\n"
            "    A definition is data: correct it so that the file runs by itself.\n"
            "1 problem; nothing was changed.\n"
        )
    assert project.snapshot() == before


def test_a_new_family_is_one_hunk(project: Project) -> None:
    project.define("qwen", LLAMA.replace("meta-llama", "Qwen").replace("Llama", "Qwen"))
    project.run("generate")
    old = project.models.read_text("utf-8").splitlines()
    project.define("mistral", LLAMA.replace("meta-llama", "mistralai").replace("Llama", "Mistral"))
    project.run("generate")
    new = project.models.read_text("utf-8").splitlines()
    assert all("Mistral" in line or "MISTRAL" in line or not line.strip(' "') or "https" in line
               for line in new if line not in old)  # fmt: skip
    assert [line for line in old if line not in new] == []


@pytest.mark.parametrize("broken", ["class Models(\n", "", "<<<<<<< ours\n=======\n>>>>>>> b\n"])
def test_a_broken_output_is_drift_and_is_repaired(project: Project, broken: str) -> None:
    project.run("generate")
    whole = project.models.read_bytes()
    project.models.write_text(broken)
    checked = project.run("check")
    assert checked.code == 1 and "Traceback" not in checked.err
    assert project.run("generate").code == 0
    assert project.models.read_bytes() == whole


def test_a_checkout_with_crlf_is_the_same_text(project: Project) -> None:
    project.run("generate")
    whole = project.models.read_bytes()
    project.models.write_bytes(whole.replace(b"\n", b"\r\n"))
    assert project.run("check").code == 0
    project.run("generate")
    assert project.models.read_bytes() == whole
    assert b"\r" not in whole


def test_a_missing_and_a_left_over_file_are_drift(project: Project) -> None:
    project.run("generate")
    (project.root / "generated" / "py.typed").unlink()
    stale = project.root / "generated" / "_old.py"
    stale.write_bytes(project.models.read_bytes())
    checked = project.run("check")
    assert checked.code == 1
    assert "py.typed" in checked.err and "_old.py" in checked.err
    project.run("generate")
    assert project.run("check").code == 0 and not stale.exists()


def test_a_file_of_the_readers_own_in_the_output_folder_is_left_alone(project: Project) -> None:
    own = project.root / "generated" / "notes.py"
    own.parent.mkdir()
    own.write_text("# mine\n")
    project.run("generate")
    assert project.run("check").code == 0
    assert own.read_text() == "# mine\n"


def test_the_readers_formatter_settings_and_folder_do_not_matter(project: Project) -> None:
    project.run("generate")
    before = project.snapshot()["generated/models.py"]
    pyproject = project.root / "pyproject.toml"
    pyproject.write_text(pyproject.read_text() + BLACK_OF_THE_READER)
    below = project.root / "definitions"
    for folder in (project.root, below):
        assert project.run("generate", cwd=folder).out.endswith("nothing to write\n")
        assert project.run("check", cwd=folder).code == 0
    assert project.snapshot()["generated/models.py"] == before


def test_from_a_folder_of_no_project_only_what_reads_works(tmp_path: Path) -> None:
    done = Project(tmp_path).run("check", cwd=Path("/"))
    assert (done.code, done.out) == (2, "")
    done = Project(tmp_path).run("search", "LLAMA_3_1_8B", "--quiet", cwd=Path("/"))
    assert done.code == 0 and "unsloth/Llama-3.1-8B" in done.out.splitlines()
    assert done.err == "No project here: using the models that come with hubenum.\n"


def test_check_works_in_a_tree_that_cannot_be_written(project: Project) -> None:
    project.run("generate")
    folders = [project.root, *(p for p in project.root.rglob("*") if p.is_dir())]
    before = project.snapshot()
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert project.run("check").code == 0
        assert project.snapshot() == before
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_the_same_bytes_for_any_seed_folder_locale_and_date(
    new_project: Callable[[str], Project],
) -> None:
    digests: set[str] = set()
    for seed, locale in enumerate(["C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "POSIX"]):
        project = new_project(f"checkout-{seed}")
        project.run(
            "generate",
            PYTHONHASHSEED=str(seed),
            LC_ALL=locale,
            USER=f"user{seed}",
            SOURCE_DATE_EPOCH=str(10**9 * seed),
        )
        files = {n: b for n, b in project.snapshot().items() if n.startswith("generated")}
        assert len(files) > 4
        digests.add(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
        assert not any(str(project.root).encode() in content for content in files.values())
        assert not any(b"user0" in content or b"2026" in content for content in files.values())
    assert len(digests) == 1


def test_a_console_of_another_encoding_changes_no_verdict(project: Project) -> None:
    project.define("llama", LLAMA.replace("Llama, by Meta.", "Llama ✓ 駱駝"))
    project.run("generate")
    project.models.write_text("# 駱駝\n", "utf-8")
    utf8 = project.run("check")
    narrow = project.run("check", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert utf8.code == narrow.code == 1
    assert "UnicodeEncodeError" not in narrow.err
    assert "LLAMA_3_1_8B_INSTRUCT_BNB" in narrow.out


def test_two_at_once_and_a_killed_one_leave_whole_files(project: Project) -> None:
    project.run("generate")
    old = project.models.read_bytes()
    project.define("llama", LLAMA.replace('["8B"]', '["8B", "70B"]'))
    command = [sys.executable, "-m", "codegen", "generate"]
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    killed = subprocess.Popen(command, cwd=project.root, env=environment)
    time.sleep(0.35)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert project.models.read_bytes() == old or b"LLAMA_3_1_70B" in project.models.read_bytes()
    left_by_the_kill = set(project.models.parent.iterdir())
    both = [
        subprocess.Popen(command, cwd=project.root, env=environment, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert project.run("check").code == 0
    new = set(project.models.parent.iterdir()) - left_by_the_kill
    assert [path for path in new if path.suffix == ".tmp"] == []


def test_layout_alone_is_no_drift(project: Project) -> None:
    project.run("generate")
    text = project.models.read_text("utf-8")
    project.models.write_text(text.replace('"llama"', "'llama'").replace("\n\n\n", "\n\n"))
    (project.root / "generated" / ".black-version").write_text("24.1.0\n")
    checked = project.run("check")
    assert (checked.code, checked.out) == (0, "1 family, 8 models; up to date\n")
    assert checked.err.startswith("models.py: formatted by black 24.1.0; black ")
    strict = project.run("check", "--strict")
    assert strict.code == 1 and "-    LLAMA = 'llama'\n" in strict.out


def test_a_changed_comment_is_drift(project: Project) -> None:
    project.run("generate")
    text = project.models.read_text("utf-8")
    project.models.write_text(text.replace("# Do not edit", "# Do edit"))
    assert project.run("check").code == 1


def test_check_remembers_where_python_keeps_bytecode(project: Project, tmp_path: Path) -> None:
    """As for everybody who does not tell Python otherwise."""
    settings = {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    for _ in range(2):  # the second reads the bytecode that the first has written
        project.run("generate", **settings)
    assert project.run("check", **settings).code == 0
    assert len([*(tmp_path / "cache" / "hubenum" / "check").iterdir()]) == 1


def test_what_check_remembers_is_never_a_wrong_pass(project: Project, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    project.run("generate")
    assert project.run("check", **cache).code == 0
    (memory,) = (tmp_path / "cache" / "hubenum" / "check").iterdir()
    whole = memory.read_text()
    assert project.run("check", **cache).out == "1 family, 8 models; up to date\n"
    for broken in ("", "{", "[]", '{"digest": 1}', whole.replace(":", ";")):
        memory.write_text(broken)
        assert project.run("check", **cache).code == 0
    assert memory.read_text() == whole
    for path in (project.models, project.root / "definitions" / "llama.py"):
        before = path.read_text("utf-8")
        path.write_text(before.replace("8B", "9B"))
        assert project.run("check", **cache).code == 1
        path.write_text(before)
    assert project.run("check", **cache).code == 0
