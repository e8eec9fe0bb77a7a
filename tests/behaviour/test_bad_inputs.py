"""What a newcomer does by mistake, and an attacker on purpose: exit 2 and a sentence with its cure,
nothing lost, and no command that refuses what another wrote."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.cli.main import cli
from codegen.files import replace_file, write_files
from codegen.problem import Where

from .conftest import LLAMA, Project


@pytest.fixture
def generated(project: Project) -> Project:
    assert project.run("generate").code == 0
    return project


def configure(project: Project, line: str) -> None:
    pyproject = project.root / "pyproject.toml"
    pyproject.write_text(f"{pyproject.read_text('utf-8')}{line}\n", "utf-8")


def refused(project: Project, *arguments: str) -> str:
    """What a command that exits with 2 prints; it prints no traceback and changes nothing."""
    before = project.snapshot()
    done = project.run(*arguments)
    assert (done.code, done.out) == (2, ""), done
    assert "Traceback" not in done.err
    assert project.snapshot() == before
    return done.err


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@needs_pipes
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("definitions/qwen.py", "definitions/qwen.py: qwen: cannot be read: is no regular file\n"),
        ("definitions/hub.lock.json", "hub.lock.json: is no regular file\n"),
        ("generated/models.py", "generated/models.py: is no regular file\n"),
    ],
)
def test_a_pipe_is_not_waited_for(generated: Project, path: str, message: str) -> None:
    place = generated.root / path
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    for name in ("check", "generate"):
        assert message in refused(generated, name)
    assert place.is_fifo()


@needs_pipes
def test_a_pipe_beside_what_is_generated(generated: Project) -> None:
    os.mkfifo(generated.root / "generated" / "mine.py")
    generated.define("llama", LLAMA.replace("# ", "#  "))
    assert generated.run("generate").code == 0
    assert generated.run("check").code == 0


@needs_pipes
@pytest.mark.parametrize("name", [".gitignore", "pyproject.toml"])
def test_init_does_not_wait_for_a_pipe(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    text = refused(Project(tmp_path), "init", "--uploader", "acme")
    assert text.endswith(f"{name}: is no regular file\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@needs_pipes
def test_a_recorded_day_that_is_a_pipe(project: Project) -> None:
    (project.root / "stats").mkdir()
    os.mkfifo(project.root / "stats" / "2026-11-20.jsonl")
    assert "2026-11-20.jsonl: is no regular file\n" in refused(project, "stats", "show")


@needs_pipes
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="is no regular file"):
        write_files({tmp_path / "pipe": b"text"})
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_readme_in_the_generated_package(generated: Project) -> None:
    marks = "<!-- families -->\n<!-- /families -->\n"
    (generated.root / "generated" / "README.md").write_text(marks)
    configure(generated, 'readme = "generated/README.md"')
    before = generated.snapshot()
    assert generated.run("generate").out == "1 family, 8 models; wrote README.md\n"
    assert before.keys() == generated.snapshot().keys()
    assert generated.run("check").code == 0
    (generated.root / "generated" / "README.md").write_text(marks)
    assert generated.run("check").code == 1


def test_a_readme_that_is_generated_itself(generated: Project) -> None:
    (generated.root / "generated" / "py.typed").write_text("")
    configure(generated, 'readme = "generated/py.typed"')
    cure = "`generate` writes it\n    Name another file.\n"
    assert cure in refused(generated, "generate")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("<!-- families -->\nmine\n<!-- families -->\n<!-- /families -->\n", "mine"),
        ("Put `<!-- families -->` and\nmine\n<!-- /families -->\n", "mine"),
    ],
)
def test_text_after_a_mark_without_its_pair(generated: Project, text: str, lost: str) -> None:
    (generated.root / "README.md").write_text(text)
    configure(generated, 'readme = "README.md"')
    assert generated.run("generate").code == 0
    assert lost in (generated.root / "README.md").read_text()


def test_every_pair_of_marks_has_the_table(generated: Project) -> None:
    (generated.root / "README.md").write_text("<!-- families -->\n<!-- /families -->\n" * 2)
    configure(generated, 'readme = "README.md"')
    assert generated.run("generate").code == 0
    assert (generated.root / "README.md").read_text().count("| Llama, by Meta |") == 2


def test_a_stale_file_is_removed_and_said_so(generated: Project) -> None:
    (generated.root / "generated" / "old.py").write_text("# Generated by hubenum\n")
    assert generated.run("generate").out.endswith("; removed old.py\n")


def test_an_editor_and_a_file_manager_leave_files(generated: Project) -> None:
    definitions = generated.root / "definitions"
    (definitions / ".#llama.py").symlink_to("me@host.1")
    (definitions / "._llama.py").write_bytes(b"\0\5\x16\7")
    assert generated.run("check").code == 0


def test_a_definition_nested_too_deeply(project: Project) -> None:
    project.define("llama", f"{LLAMA}\nX = {'-' * 100_000}1\n")
    text = refused(project, "check")
    assert text.startswith("definitions/llama.py: llama: nested too deeply\n")
    assert "\n    Nest it less deeply.\n" in text


@pytest.mark.parametrize("why", ["", " ", "two\nlines", "\x1b[31mred", "\udcff"])
def test_a_reason_that_no_definition_can_state(generated: Project, why: str) -> None:
    generated.define("llama", LLAMA.replace('"8B"', '"9B"'))
    assert "'--why': write one line, such as: " in refused(
        generated, "generate", "--retire", "--why", why
    )


def in_git(project: Project) -> Callable[..., None]:
    def git(*arguments: str) -> None:
        name = ("-c", "user.name=a", "-c", "user.email=a@b.c")
        subprocess.run(
            ["git", *name, *arguments], cwd=project.root, check=True, capture_output=True
        )

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "one")
    return git


@pytest.mark.parametrize(
    ("base", "shown"), [("", "an empty name"), ("0", "0"), ("a\n::error::", "a\\n::error::")]
)
def test_a_base_that_names_nothing(generated: Project, base: str, shown: str) -> None:
    in_git(generated)
    text = f"names are lost: {shown} is not a commit of this repository\n"
    assert text in refused(generated, "check", "--base", base)


def test_a_revision_with_an_escape_sequence(generated: Project) -> None:
    in_git(generated)
    text = "\\x1b[31m is not a file, a folder, NAME==VERSION or a git revision\n"
    assert text in refused(generated, "diff", "\x1b[31m")


def test_a_branch_without_commits_in_a_repository_with_some(generated: Project) -> None:
    git = in_git(generated)
    git("symbolic-ref", "HEAD", "refs/heads/gone")
    generated.define("llama", LLAMA.replace('"8B"', '"9B"'))
    text = "HEAD is a branch without commits, though the repository has others\n"
    for name in ("generate", "check"):
        assert text in refused(generated, name)


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
@pytest.mark.parametrize("answer", ["", "echo garbage"])
def test_a_program_called_git_that_is_not(generated: Project, answer: str) -> None:
    in_git(generated)
    tool = generated.root.parent / "bin" / "git"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\n{answer}\n")
    tool.chmod(0o755)
    text = "what git prints is not understood; is the `git` on PATH really git?\n"
    assert text in generated.run("check", PATH=str(tool.parent)).err


def test_a_reader_that_has_seen_enough() -> None:
    """click would exit with 1, which is a finding."""
    program = (
        "import os, sys; from codegen.cli.main import main\n"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1)\n"
        "main(sys.argv[1:])"
    )
    for arguments in (["--help"], ["search", "llama", "--json"]):
        done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False), done.stderr


def test_whatever_is_raised_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_it(*_: object) -> None:
        raise GeneratorExit("x")

    monkeypatch.setattr(cli, "invoke", raise_it)
    done = CliRunner().invoke(cli, ["check"])
    assert (done.exit_code, done.stderr.split("\n")[0]) == (2, "GeneratorExit: x")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("nope", "--extends: 'nope' does not exist\n"),
        ("", "--extends: '' is not an entry\n"),
        ("hubenum:nope", "--extends: 'hubenum' has no family 'nope'\n"),
        ("hubenum:", "--extends: 'hubenum' has no family ''\n"),
        ("../nothing", "--extends: '../nothing' does not exist\n"),
    ],
)
def test_init_writes_no_settings_that_are_refused(tmp_path: Path, entry: str, message: str) -> None:
    assert message in refused(Project(tmp_path), "init", "--extends", entry)


def test_init_leaves_a_readme_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"\xff\n")
    project = Project(tmp_path)
    assert project.run("init", "--uploader", "acme").code == 0
    assert (tmp_path / "README.md").read_bytes() == b"\xff\n"
    assert project.run("generate").code == 0


@pytest.mark.parametrize("name", ["catalog.html", "catalog.json", "catalog.schema.json"])
def test_a_catalog_of_somebodys_own(project: Project, name: str) -> None:
    (project.root / "catalog").mkdir()
    (project.root / "catalog" / name).write_text("mine\n")
    text = f"catalog/{name}: not written by `hubenum catalog`, so it is not overwritten\n"
    assert text in refused(project, "catalog")


def test_a_chart_of_nothing(project: Project, recwarn: pytest.WarningsRecorder) -> None:
    (project.root / "stats").mkdir()
    (project.root / "stats" / "2026-11-20.jsonl").write_text("")
    done = project.run("stats", "plot")
    assert (done.code, done.out, done.err, list(recwarn)) == (0, "wrote stats.svg\n", "", [])


def test_days_that_no_chart_can_show(project: Project) -> None:
    (project.root / "stats").mkdir()
    for day in ("9999-12-31", "0001-01-01"):
        row = f'{{"date":"{day}","id":"a/b","downloads":5}}\n'
        (project.root / "stats" / f"{day}.jsonl").write_text(row)
    assert "stats: nothing is recorded here\n" in refused(project, "stats", "plot")


def test_a_home_that_does_not_exist_is_not_made(generated: Project, tmp_path: Path) -> None:
    home = tmp_path / "nowhere" / "home"
    for name in ("check", "generate"):
        done = generated.run(name, HOME=str(home), XDG_CACHE_HOME="")
        assert done.code == 0
    assert not home.exists()


ID = "unsloth/Llama-3.1-8B"


@pytest.mark.parametrize(
    ("models", "message"),
    [
        ({ID: []}, f":3: lock: cannot be read: {ID}: not as `verify --record` writes it\n"),
        ({ID: None}, f":3: lock: cannot be read: {ID}: not as `verify --record` writes it\n"),
        ({ID: {}}, f":3: lock: cannot be read: {ID}: not as `verify --record` writes it\n"),
        ({ID: {"verdict": "ok", "gated": True}}, f"{ID}: not as `verify --record` writes it\n"),
        ({ID: {"verdict": "ok", "parameters": 10**18}}, "000 is not a number above 0\n"),
        ({ID: {"verdict": "ok", "files": [[None, None, None]]}}, "'' is not what belongs here\n"),
        (
            {ID: {"verdict": "ok", "files": [["\ud800.gguf", None, 1]]}},
            "is not what belongs here\n",
        ),
        ([], ": lock: cannot be read: not as `verify --record` writes it\n"),
    ],
)
def test_a_lock_that_was_edited(project: Project, models: object, message: str) -> None:
    text = f'{{\n "verified": "2026-11-01", "models":\n{json.dumps(models)}}}'
    (project.root / "definitions" / "hub.lock.json").write_text(text)
    for arguments in (["generate"], ["check"], ["verify", "--offline"]):
        assert message in refused(project, *arguments)


def test_a_lock_with_both_sides_of_a_merge(project: Project) -> None:
    text = f'{{"verified":"2026-11-01","models":{{"{ID}":{{"verdict":"ok"}},"{ID}":{{}}}}}}'
    lock = project.root / "definitions" / "hub.lock.json"
    lock.write_text(text)
    assert f"{ID} is listed twice\n    Take one side of the merge" in refused(project, "check")
    lock.write_text("{\n<<<<<<< HEAD\n")
    assert "hub.lock.json:2: lock: cannot be read: Expecting" in refused(project, "check")
    lock.unlink()
    lock.symlink_to("nowhere")
    assert "hub.lock.json:1: lock: cannot be read: Expecting" in refused(project, "generate")


@pytest.mark.parametrize(
    ("name", "value"),
    [("HF_ENDPOINT", "http://[::1"), ("HF_ENDPOINT", "http://h:port"),
     ("HF_HUB_ETAG_TIMEOUT", "soon")],
)  # fmt: skip
def test_an_environment_that_cannot_be_read(project: Project, name: str, value: str) -> None:
    done = project.process("verify", **{name: value})
    assert (done.code, done.out) == (2, "")
    assert name in done.err and "debug" not in done.err


def test_certificates_that_are_not_there(project: Project) -> None:
    done = project.process("verify", SSL_CERT_FILE="/nope", HF_ENDPOINT="https://127.0.0.1:9")
    assert done.code == 2
    assert "No connection can be set up: " in done.err and "; SSL_CERT_FILE=/nope" in done.err


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"# coding: latin-1\n" + text.replace("by M", "by \xe9M").encode("latin-1"),
        lambda text: text.replace("\n", "\r\n", 3).encode(),
    ],
    ids=["byte order mark", "latin-1", "mixed line ends"],
)
def test_retiring_keeps_the_encoding_and_the_line_ends(
    generated: Project, encode: Callable[[str], bytes]
) -> None:
    path = generated.root / "definitions" / "llama.py"
    path.write_bytes(encode(LLAMA.replace('"8B"', '"9B"')))
    before = path.read_bytes()
    assert generated.run("generate", "--retire").code == 0
    after = path.read_bytes()
    kept = max(0, before.count(b"\r\n") - 1)  # the import is written anew
    assert after[:20] == before[:20] and after.count(b"\r\n") == kept
    assert after.count(b"Retired(") == 8
    assert generated.run("check").code == 0


def test_a_definition_that_is_a_link_stays_one(generated: Project) -> None:
    path, target = generated.root / "definitions" / "llama.py", generated.root / "linked.txt"
    path.unlink()
    target.write_text(LLAMA.replace('"8B"', '"9B"'))
    path.symlink_to("../linked.txt")
    assert generated.run("generate", "--retire").code == 0
    assert path.is_symlink() and "Retired(" in target.read_text()


def test_one_file_is_replaced_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("module", ["codegen", "hubenum"])
def test_an_interruption_while_modules_are_imported(project: Project, module: str) -> None:
    program = (
        "import runpy, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job may ignore it
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        f"runpy.run_module({module!r}, run_name='__main__')"
    )
    done = project.python("-c", program)
    assert (done.code, done.out, done.err) == (2, "", "Interrupted.\n")


@pytest.mark.parametrize(
    ("function", "command"),
    [("codegen.load.extends.read_bytes", "check"), ("pathlib.Path.iterdir", "stats")],
)
def test_a_folder_that_may_not_be_read(
    project: Project, monkeypatch: pytest.MonkeyPatch, function: str, command: str
) -> None:
    """It is not taken for one that states no uploader, or in which nothing is recorded."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (project.root / "stats").mkdir()
    monkeypatch.setattr(function, refuse)
    done = project.run(*({"stats": ["stats", "show"]}.get(command, [command])))
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(": Permission denied\n")


def test_a_folder_among_the_definitions_that_is_named_like_a_file(generated: Project) -> None:
    inner = generated.root / "definitions" / "docs" / "notes.py"
    inner.mkdir(parents=True)
    (inner / "README").write_text("ModelMeta(")
    assert generated.run("generate").code == 0


def test_init_in_a_project_with_the_name_of_a_keyword(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "class"\n')
    done = Project(tmp_path).run("init")
    assert "\n    from class_models.generated import Models\n" in done.out


def test_a_path_of_two_lines_is_one_line_in_a_message() -> None:
    assert str(Where(Path("/a\x1b[31m\n::error::x"), 3)) == "/a\\x1b[31m\\n::error::x:3"
