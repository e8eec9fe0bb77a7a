"""Whatever goes wrong is exit code 2 and a sentence, never a traceback, and never "a finding"."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
import pytest

from codegen.cli import generate as command
from codegen.cli import main
from codegen.cli.main import cli
from codegen.problem import DefinitionError, Problem, Where

from .conftest import HOUSE, LLAMA, Project

HINT = "\nFor the traceback: hubenum --debug ...\n"
TOO_DEEP: list[object] = []
TOO_DEEP.append(TOO_DEEP)


def failing(error: BaseException) -> Callable[..., None]:
    def fail(*args: object, **options: object) -> None:
        raise error

    return fail


NO_BLACK = "black is not installed. Install it: python -m pip install black\n"
NO_SPACE = "No space left on device"
PROBLEM = Problem(Where(Path("/a"), 1), "f", "", "wrong", "Cure.")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ValueError("bad\n::error:: \x1b[2J"), f"ValueError: bad\\n::error:: \\x1b[2J{HINT}"),
        (KeyError("x"), f"KeyError: 'x'{HINT}"),
        (RecursionError("x"), f"something in the input is nested too deeply{HINT}"),
        (MemoryError(), f"out of memory{HINT}"),
        (AssertionError(), f"AssertionError:{HINT}"),
        (OSError(28, NO_SPACE, "a/b"), f"a/b: {NO_SPACE}\n"),
        (OSError(28, NO_SPACE), f"{NO_SPACE}\n"),
        (ModuleNotFoundError("x", name="black.mode"), NO_BLACK),
        (PackageNotFoundError("black"), NO_BLACK),
        (KeyboardInterrupt(), "Interrupted; nothing was changed.\n"),
        (click.Abort(), "Interrupted; nothing was changed.\n"),
        (click.ClickException("no"), "Error: no\n"),
        (BrokenPipeError(), ""),
        (
            DefinitionError([PROBLEM]),
            "/a:1: f: wrong\n    Cure.\n1 problem; nothing was changed.\n",
        ),
    ],
)
def test_any_exception(
    project: Project, monkeypatch: pytest.MonkeyPatch, error: BaseException, sentence: str
) -> None:
    monkeypatch.setattr(command, "digest", failing(error))
    monkeypatch.setattr("codegen.files.writes", 0)
    done = project.run("check")
    assert (done.code, done.out, done.err) == (2, "", sentence)


@pytest.mark.parametrize(
    "arguments", [("--debug", "check"), ("check", "--debug"), ("check", "--strict", "--debug")]
)
def test_a_traceback_for_those_who_ask(
    project: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(command, "digest", failing(ValueError("here")))
    done = project.run(*arguments)
    assert done.code == 2
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert done.err.endswith(f"ValueError: here{HINT}")


def test_a_long_message_is_cut(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "digest", failing(ValueError("x" * 10**6)))
    assert len(project.run("check").err) < 600


def test_a_value_that_looks_like_a_request_for_help(project: Project) -> None:
    done = project.run("generate", "--retire", "--why", "-h")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 family, 8 models; wrote ")


def test_help_needs_no_project(tmp_path: Path) -> None:
    for arguments in (["--help"], ["check", "--help"], ["generate", "-h"], ["-V"]):
        assert Project(tmp_path).run(*arguments).code == 0
    assert Project(tmp_path).run("generate").code == 2


def test_the_version(project: Project) -> None:
    for option in ("-V", "--version"):
        assert project.run(option).out == f"hubenum, version {version('hubenum')}\n"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("chek",), "Error: No such command 'chek'. Did you mean 'check'?\n"),
        (("--verison",), "Did you mean --version?"),
        (("check", "--stric"), "--strict"),
        (("xyzzy",), "Error: No such command 'xyzzy'. Use one of: catalog, check, completion,"),
    ],
)
def test_did_you_mean(project: Project, arguments: tuple[str, ...], advice: str) -> None:
    done = project.run(*arguments)
    assert done.code == 2
    assert advice.replace("--version?", "") in done.err.replace("'--version'?", "--version?")


def test_commands_have_a_summary_in_a_line_and_examples(project: Project) -> None:
    text = project.run("--help").out
    for name, (_, summary) in main._COMMANDS.items():  # pyright: ignore
        assert f"  {name:<10}  {summary}\n" in text, "not cut"
        assert cli.get_command(click.Context(cli), name).get_short_help_str(99) == summary  # type: ignore[union-attr]
    stats = [("stats", name) for name in ("record", "show", "plot")]
    for words in [*((name,) for name in main._COMMANDS), *stats]:  # pyright: ignore
        assert re.search(rf"\n +hubenum {words[0]}\b", project.run(*words, "--help").out), words
    assert "\n  Examples:\n    hubenum generate\n" in text
    assert "..." not in project.run("stats", "--help").out.partition("Commands:")[2], "not cut"


SIMPLE = ("import sys; from codegen.cli.main import main\ntry:\n    main(sys.argv[1:])\nfinally:\n"
          "    print(*sys.modules, file=sys.stderr)")  # fmt: skip
NEVER = {"black", "httpx", "httpx2", "huggingface_hub", "rich", "matplotlib"}


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (("--help",), {"tomllib", "jinja2", "codegen.models.expand", "codegen.render.text"}),
        (("-V",), {"tomllib", "jinja2", "codegen.models.expand", "codegen.render.text"}),
        (("check",), set()),
        (("check",), {"jinja2", "codegen.models.expand", "codegen.render.text"}),
    ],
    ids=["help", "version", "check", "check that remembers"],
)
def test_no_command_imports_what_it_does_not_use(
    generated: Project, arguments: tuple[str, ...], unused: set[str]
) -> None:
    if unused and arguments == ("check",):
        generated.run("check")
    done = generated.python("-c", SIMPLE, *arguments)
    assert done.code == 0, done.err
    assert set(done.err.split()) & (NEVER | unused) == set()


@pytest.fixture
def generated(project: Project) -> Project:
    assert project.run("generate").code == 0
    return project


def shell(project: Project, line: str) -> int:
    """The exit code of a line for the shell, in which `hubenum` is the command."""
    command = f'hubenum() {{ "{sys.executable}" -m codegen "$@"; }}; {line}'
    cache = str(project.root.parent / "cache")
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "XDG_CACHE_HOME": cache}
    return subprocess.run(["bash", "-c", command], cwd=project.root, env=environment).returncode


def test_closed_and_full_streams(generated: Project) -> None:
    before = generated.snapshot()
    codes = {
        "check >&-": 0,
        "check 2>&-": 0,
        "check <&- >&- 2>&-": 0,
        "check --nope >&- 2>&-": 2,
        "generate >&- 2>&-": 0,
    }
    if Path("/dev/full").exists():
        codes |= {"check >/dev/full": 2, "check --nope 2>/dev/full": 2}
    assert {line: shell(generated, f"hubenum {line}") for line in codes} == codes
    assert generated.snapshot() == before


@pytest.mark.skipif(sys.platform == "darwin", reason="names are Unicode there")
def test_a_folder_whose_name_is_not_utf_8(project: Project) -> None:
    other = Project(Path(os.fsdecode(os.fsencode(project.root) + b"\xff")))
    project.root.rename(other.root)
    assert other.run("generate").code == 0
    assert other.run("check").code == 0
    other.define("llama", LLAMA.replace("8B", "9B"))
    assert other.run("check").code == 1


def test_a_user_without_home_and_name(generated: Project) -> None:
    program = (
        "import os, pwd, sys\n"
        "for name in ('HOME', 'XDG_CACHE_HOME'): os.environ.pop(name, None)\n"
        "def unknown(*_): raise KeyError('uid not found')\n"
        "pwd.getpwuid = pwd.getpwnam = unknown\n"
        "from codegen.cli.main import main; main(sys.argv[1:])"
    )
    before = generated.snapshot()
    for name in ("check", "generate"):
        done = generated.python("-c", program, name)
        assert (done.code, done.err) == (0, "")
    assert generated.snapshot() == before


def test_a_working_directory_that_is_gone(project: Project) -> None:
    gone = project.root / "gone"
    gone.mkdir()
    assert shell(project, "cd gone && rmdir ../gone && hubenum check 2>/dev/null") == 2


@pytest.mark.parametrize("file", ["__init__.py", "models.py", "_search.py"])
def test_a_file_of_somebodys_own_is_not_overwritten(project: Project, file: str) -> None:
    mine = project.root / "generated" / file
    mine.parent.mkdir()
    for content in ('"""Mine."""\n\nx = 1\n', "", "# Mine.\n", "x = (\n"):
        mine.write_text(content)
        before = project.snapshot()
        for name in ("generate", "check"):
            done = project.run(name)
            assert done.code == 2
            where = f"generated/{file}: not generated by hubenum, so it is not overwritten\n"
            assert where in done.err
        assert project.snapshot() == before


def test_a_package_of_somebodys_own_as_output(project: Project) -> None:
    pyproject = project.root / "pyproject.toml"
    pyproject.write_text(pyproject.read_text().replace('"generated"', '"."'))
    (project.root / "__init__.py").write_text("x = 1\n")
    before = project.snapshot()
    assert project.run("generate").code == 2
    assert project.snapshot() == before


def test_a_file_of_ones_own_in_a_generated_package(generated: Project) -> None:
    (generated.root / "generated" / "__init__.py").write_text("from .models import Models\n")
    done = generated.run("generate")
    assert done.code == 2 and "generated/__init__.py: not generated by hubenum" in done.err


def test_a_missing_output_is_a_line(generated: Project) -> None:
    for path in (generated.root / "generated").iterdir():
        if path.is_file():
            path.unlink()
    done = generated.run("check")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "generated: there is no generated package here.\n"
        "Repair with: python -m codegen generate\n"
    )


def test_an_interrupted_write_is_reported_and_completed(generated: Project) -> None:
    from codegen.files import COMMITTED

    folder = generated.root / "generated"
    staging = folder / COMMITTED
    staging.mkdir()
    before = generated.snapshot()
    for name in ("__init__.py", "models.py"):
        (folder / name).rename(staging / name)
    (folder / "__init__.py").write_text("# Generated by hubenum, which was interrupted\n")
    done = generated.run("check")
    assert done.code == 1 and "generated: a write was interrupted.\n" in done.err
    assert generated.run("generate").code == 0
    assert generated.snapshot() == before


README = "# Mine\n<!-- families: written by `make generate` -->\n<!-- /families -->\nend\n"


@pytest.fixture
def readme(project: Project) -> Path:
    pyproject = project.root / "pyproject.toml"
    pyproject.write_text(f'{pyproject.read_text()}readme = "README.md"\n')
    return project.root / "README.md"


def test_a_readme_keeps_its_line_endings(project: Project, readme: Path) -> None:
    readme.write_bytes(README.replace("\n", "\r\n").encode())
    assert project.run("generate").code == 0
    content = readme.read_bytes()
    assert b"LLAMA" in content or b"Llama" in content
    assert content.count(b"\n") == content.count(b"\r\n") > 5
    assert project.run("check").code == 0
    assert project.run("generate").out.endswith("nothing to write\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xff" + README.encode(), "README.md: not UTF-8: "), (None, "README.md: does not exist\n")],
)
def test_a_readme_that_cannot_be_read(
    project: Project, readme: Path, content: bytes | None, message: str
) -> None:
    if content is not None:
        readme.write_bytes(content)
    before = project.snapshot()
    for name in ("generate", "check"):
        done = project.run(name)
        assert done.code == 2 and done.err.startswith(message)
    assert project.snapshot() == before


def test_no_black(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> str:
        if name == "black":
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(command, "version_of", without)
    monkeypatch.setattr("codegen.history.memory.version_of", without)
    cure = "black is not installed. Install it: python -m pip install black\n"
    for name in ("check", "generate"):
        assert generated.run(name) == (2, "", cure)
    assert generated.run("search", "llama").code == 0


@pytest.mark.parametrize("value", ["d", "[d]", "{None: d}"])
@pytest.mark.parametrize("start", ['d = {}\nd["x"] = d\n', "d = []\nd.append(d)\n"])
def test_a_value_that_contains_itself(project: Project, start: str, value: str) -> None:
    for field in ("quant_types", "mirrors", "constants", "model_sizes", "summary"):
        project.define("llama", f"{LLAMA}{start}X = LLAMA_3_1.but({field}={value})\n")
        done = project.run("check")
        assert done.code == 2 and "Traceback" not in done.err


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@needs_root
def test_definitions_of_another_user_are_not_executed(generated: Project, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    generated.define("evil", f'"""Evil."""\n\nopen({str(ran)!r}, "w")\n')
    os.chown(generated.root / "definitions", 1234, 1234)
    for name in ("generate", "check", "search"):
        done = generated.run(name)
        assert done.code == 2
        assert done.err.startswith("definitions: belongs to another user, and its definitions are")
        assert f"HUBENUM_TRUSTED={generated.root}/definitions hubenum ..." in done.err
        assert not ran.exists()


@needs_root
def test_a_folder_can_be_trusted(generated: Project) -> None:
    os.chown(generated.root / "definitions", 1234, 1234)
    assert generated.run("check").code == 2
    trusted = f"/nowhere{os.pathsep}{generated.root}"
    assert generated.run("check", HUBENUM_TRUSTED=trusted).code == 0
    assert generated.run("check", HUBENUM_TRUSTED=f"{generated.root}/defi").code == 2
    assert generated.run("check", SUDO_UID="1234").code == 0
