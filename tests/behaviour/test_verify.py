"""`hubenum verify`, as people run it: what it prints, what it writes, how it exits."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

from .conftest import HOUSE, Project, Result

BASE = "unsloth/Llama-3.1-8B"
ORIGINAL = "meta-llama/Llama-3.1-8B"
IDS = [
    BASE,
    f"{BASE}-bnb-4bit",
    f"{BASE}-unsloth-bnb-4bit",
    ORIGINAL,
    f"{BASE}-Instruct",
    f"{BASE}-Instruct-bnb-4bit",
    f"{BASE}-Instruct-unsloth-bnb-4bit",
    f"{ORIGINAL}-Instruct",
]
Verify = Callable[..., Result]


@pytest.fixture
def filled(hub: Hub) -> Hub:
    for repo_id in IDS:
        gated = "manual" if repo_id.startswith("meta-llama/") else False
        hub.add(repo_id, gated=gated, license="llama3.1")
    return hub


@pytest.fixture
def verify(project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Runs the command in this process, where time passes as the test wants."""
    return partial(project.run, "verify")


def test_all_is_well(filled: Hub, project: Project) -> None:
    """In a process of its own, as in a shell."""
    done = project.process("verify", "-v")
    assert done.out.splitlines() == [
        f"✓ {BASE}",
        f"✓ {BASE}-bnb-4bit",
        f"✓ {BASE}-unsloth-bnb-4bit",
        f"✓ {ORIGINAL}: gated (manual)",
        f"✓ {BASE}-Instruct",
        f"✓ {BASE}-Instruct-bnb-4bit",
        f"✓ {BASE}-Instruct-unsloth-bnb-4bit",
        f"✓ {ORIGINAL}-Instruct: gated (manual)",
        "8 models: 6 ok, 2 gated",
    ]
    assert (done.err, done.code) == ("", 0)
    assert len(filled.requests) == 3


def test_a_family_by_itself(filled: Hub, project: Project) -> None:
    """`python -m definitions.llama`, from any folder."""
    path = project.root / "definitions" / "llama.py"
    path.write_text(
        path.read_text("utf-8").replace("UNSLOTH, ModelMeta", "UNSLOTH, ModelMeta, verify")
        + '\nif __name__ == "__main__":\n    verify(__file__)\n',
        "utf-8",
    )
    (path.parent / "__init__.py").touch()  # not the definitions of this checkout
    done = project.python("-m", "definitions.llama")
    assert (done.out.splitlines()[0], done.err, done.code) == (f"✓ {BASE}", "", 0)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_consoles(filled: Hub, project: Project, encoding: str) -> None:
    filled.remove(BASE)
    done = project.run("verify", "-v", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    fine, wrong = "✓✗" if encoding == "utf-8" else "+x"
    lines = done.out.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [[fine, IDS[1]], [fine, IDS[2]]]
    assert lines[-2].startswith(f"{wrong} {BASE}: missing or private (no token sent)")
    assert (done.err, done.code) == ("", 1)


def test_findings(filled: Hub, verify: Verify, project: Project) -> None:
    place = f"({Path('definitions', 'llama.py')}:5)"
    filled.remove(BASE)
    filled.rename(f"{BASE}-bnb-4bit", "unsloth/Llama-4-8B-bnb-4bit")
    filled.remove(f"{BASE}-unsloth-bnb-4bit")
    filled.rename(f"{BASE}-unsloth-bnb-4bit", f"{BASE}-Instruct")
    filled.repos[ORIGINAL].facts["disabled"] = True
    filled.rename(f"{BASE}-Instruct-bnb-4bit", "unsloth/llama-3.1-8b-Instruct-bnb-4bit")
    del filled.renames[f"{BASE}-Instruct-bnb-4bit"]
    findings = [
        f"✗ {BASE}: missing or private (no token sent) {place}",
        f"✗ {BASE}-bnb-4bit: renamed to unsloth/Llama-4-8B-bnb-4bit {place}",
        f"✗ {BASE}-unsloth-bnb-4bit: renamed to {BASE}-Instruct, which is declared already {place}",
        f"✗ {ORIGINAL}: disabled, gated (manual) {place}",
        f"✗ {BASE}-Instruct-bnb-4bit: wrong case, write unsloth/llama-3.1-8b-Instruct-bnb-4bit"
        f" {place}",
        "8 models: 2 ok, 1 gated, 1 wrong case, 2 renamed, 1 disabled, 1 missing",
    ]
    done = verify()
    assert done.out.splitlines() == findings
    assert (done.err, done.code) == ("", 1)
    assert verify("--verbose").out.splitlines() == [
        f"✓ {BASE}-Instruct",
        f"✓ {BASE}-Instruct-unsloth-bnb-4bit",
        f"✓ {ORIGINAL}-Instruct: gated (manual)",
        *findings,
    ]


def test_missing_with_a_token(filled: Hub, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.remove(BASE)
    filled.tokens = {"hf_good": "alice"}
    monkeypatch.setenv("HF_TOKEN", "hf_good")
    done = verify("-v")
    assert done.out.splitlines()[-2].startswith(f"✗ {BASE}: missing (")
    assert (done.out.count("✓"), done.code) == (7, 1)
    assert "hf_good" not in done.out + done.err


@pytest.mark.parametrize("status", [429, 503])
def test_no_answer_for_some(filled: Hub, verify: Verify, clock: Clock, status: int) -> None:
    """Not missing, not a pass; what was answered is said."""
    limit = {"RateLimit": '"api";r=0;t=7'} if status == 429 else {}
    filled.fault("status", on=f"/{ORIGINAL}-Inst", status=status, headers=limit, times=99)
    filled.remove(f"{BASE}-Instruct")
    done = verify("-v")
    assert done.out.count("✓") == 6
    assert f"✗ {BASE}-Instruct: missing" in done.out
    assert f"? {ORIGINAL}-Instruct: not verified, " in done.out
    assert done.err.splitlines()[-1] == "1 of 8 not verified."
    assert done.code == 2
    assert clock.now < 60


@pytest.mark.parametrize("kind", ["drop", "html", "status", "cut", "error_200"])
def test_no_hub_at_all(filled: Hub, verify: Verify, clock: Clock, kind: str) -> None:
    filled.fault(kind, times=9999)
    done = verify()
    assert (done.out, done.err.count("\n"), done.code) == ("", 1, 2)
    assert done.err.startswith("The Hub could not be asked about any of 8 models: ")
    assert clock.now < 60


@pytest.mark.parametrize("token", ["hf_expired", "hf_mistyped"])
def test_a_token_that_is_no_good(
    filled: Hub, verify: Verify, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.tokens = {"hf_expired": ""}
    monkeypatch.setenv("HF_TOKEN", token)
    done = verify()
    assert (done.out, done.code, done.err.count("\n")) == ("", 2, 1)
    assert done.err.startswith("The Hub refuses the token")


@pytest.mark.parametrize("variable", ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"])
def test_offline_mode_of_the_library(filled: Hub, project: Project, variable: str) -> None:
    done = project.process("verify", **{variable: "1"})
    assert (done.out, done.code, done.err.count("\n")) == ("", 2, 1)
    assert (filled.requests, filled.connections) == ([], 0)


@pytest.mark.parametrize(
    "endpoint",
    ["huggingface.co", "ftp://huggingface.co", "https://", "https://hub:port", "https://[::1",
     "/api", "https://h/?x=1", "https://h/#x", "https://h\x1b]0;x\x07"],
)  # fmt: skip
def test_a_bad_endpoint(verify: Verify, endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", endpoint)
    done = verify()
    assert (done.out, done.code, done.err.count("\n")) == ("", 2, 1)
    assert done.err.startswith("HF_ENDPOINT is '")
    assert done.err.endswith("which is not a URL; write one like https://huggingface.co.\n")
    assert done.err[:-1].isprintable()


@pytest.mark.parametrize(("option", "code"), [((), 0), (("--max-wait", "9"), 2)])
def test_the_longest_wait(
    filled: Hub, verify: Verify, clock: Clock, option: tuple[str, ...], code: int
) -> None:
    filled.fault("status", on=ORIGINAL, status=429, headers={"RateLimit": '"api";r=0;t=9'})
    done = verify(*option)
    assert (done.code, clock.slept) == (code, [] if option else [10.0])
    assert ("waiting 10 s" in done.err) == (not option)
    assert ("only 9 s of waiting remain" in done.out + done.err) == bool(option)


HOSTILE = "\x1b]0;x\x07\n::error::forged ##[error]forged hf_good1234567 "


@pytest.mark.parametrize("where", ["header", "body", "odd id", "odd date", "link", "location"])
def test_text_from_the_hub_is_one_printable_line(
    filled: Hub, verify: Verify, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case A43: on a terminal, in a log of Actions, and without the token."""
    filled.tokens = {"hf_good1234567": "alice"}
    monkeypatch.setenv("HF_TOKEN", "hf_good1234567")
    answers: dict[str, dict[str, Any]] = {
        "header": {"status": 403, "headers": {"X-Error-Message": HOSTILE.replace("\n", " ")}},
        "body": {"status": 403, "body": json.dumps({"error": HOSTILE * 999})},
        "odd id": {"status": 200, "body": json.dumps({"id": HOSTILE * 999})},
        "odd date": {"status": 200, "body": json.dumps({"id": ORIGINAL, "createdAt": HOSTILE})},
        "link": {
            "status": 307,
            "headers": {"Location": "https://x\x1b[31m.invalid/hf_good1234567"},
        },
        "location": {"status": 307, "headers": {"Location": "/api/models/\x1b[31m/::error::"}},
    }
    filled.fault("status", on=f"{ORIGINAL}?", times=99, **answers[where])
    done = verify("-v")
    for line in (done.out + done.err).splitlines():
        assert line.isprintable()
        assert not line.startswith("::")
        assert "##[" not in line
        assert "hf_good" not in line
        assert len(line) < 500
    assert done.code == (0 if where == "odd date" else 2)


def test_odd_rows_are_reported(filled: Hub, verify: Verify) -> None:
    """None of them ends the listing, and none becomes a verdict."""
    rows: list[object] = [
        {"id": None},
        None,
        7,
        {"id": "acme/../x"},
        {"id": "other/Llama"},
        {"id": f"{BASE}", "_id": "0" * 24, "tags": None, "createdAt": "soon", "gated": [], "x": 1},
        {"id": f"{BASE}-bnb-4bit", "_id": 7, "tags": ["license:mit", None, 7], "private": "no"},
        {"id": f"{BASE}-unsloth-bnb-4bit", "safetensors": {"parameters": {}}, "disabled": None},
    ]
    filled.fault("status", on="author=unsloth", status=200, body=json.dumps(rows))
    done = verify("-v", "--json")
    skipped = [
        "unsloth: a row has the id null; the row was skipped",
        "unsloth: a row is null, not a repo; the row was skipped",
        "unsloth: a row is 7, not a repo; the row was skipped",
        'unsloth: a row has the id "acme/../x": it needs exactly one slash, between owner and name;'
        " the row was skipped",
        "unsloth: a row has the id other/Llama; the row was skipped",
        "… and 6 more odd rows",
    ]
    assert done.err.splitlines() == skipped
    models = {model["id"]: model for model in json.loads(done.out)["models"]}
    assert (models[BASE]["verdict"], models[BASE]["created"]) == ("gated", None)
    assert models[f"{BASE}-bnb-4bit"]["license"] == "mit"
    assert models[f"{BASE}-bnb-4bit"]["hub_id"] is None
    assert models[f"{BASE}-Instruct"]["verdict"] == "ok"  # asked for by itself
    assert done.code == 0


def test_json(filled: Hub, verify: Verify) -> None:
    filled.rename(BASE, f"{BASE}-Instruct")
    done = verify("--json")
    found = json.loads(done.out)
    assert found["counts"] == {"ok": 5, "gated": 2, "renamed": 1}
    assert found["models"][0] == {
        "id": BASE,
        "constant": "LLAMA_3_1_8B",
        "family": "llama",
        "verdict": "renamed",
        "canonical": f"{BASE}-Instruct",
        "declared": True,
        "hub_id": filled.repos[f"{BASE}-Instruct"].facts["_id"],
        "gated": None,
        "private": False,
        "disabled": False,
        "license": "llama3.1",
        "created": "2024-02-19",
        "last_modified": "2024-02-19",
        "reason": "",
        "where": f"{Path('definitions', 'llama.py')}:5",
    }
    assert (done.err, done.code) == ("", 1)


def test_names_of_families(filled: Hub, verify: Verify, project: Project) -> None:
    other = (project.root / "definitions" / "llama.py").read_text("utf-8")
    project.define("tiny_llama", other.replace('"Llama"', '"Tiny"').replace("Llama, by", "Tiny by"))
    done = verify("Tiny-Llama")
    assert (done.out.count("✗ unsloth/Tiny"), done.out.count(BASE)) == (6, 0)
    done = verify("lama")
    assert (done.out, done.code) == ("", 2)
    assert "no family 'lama'; did you mean llama or tiny_llama?" in done.err
    assert "no family 'qwen'; there are: llama, tiny_llama" in verify("qwen").err


def recorded(project: Project) -> list[str]:
    return (project.root / "definitions" / "hub.lock.json").read_text("utf-8").splitlines()


def test_the_lock(filled: Hub, verify: Verify, project: Project) -> None:
    today = datetime.now(UTC).date()
    key = filled.repos[ORIGINAL].facts["_id"]
    assert verify("--record").code == 0
    lines = recorded(project)
    assert lines[:4] == [
        "{",
        f' "verified": "{today}",',
        ' "models": {',
        f'  "{ORIGINAL}": {{"verdict": "gated", "_id": "{key}", "sha": "{3:040x}", "gated": '
        '"manual", "license": "llama3.1", "pipeline_tag": "text-generation", "created": '
        '"2024-02-19", "last_modified": "2024-02-19"},',
    ]
    assert [line.split('"')[1] for line in lines[3:-2]] == sorted(IDS)
    json.loads("\n".join(lines))
    asked = len(filled.requests)
    online, offline = verify(), verify("--offline")
    assert (offline.out, offline.code) == (online.out, online.code)
    assert offline.err == f"From the lock of {today}, 0 days ago.\n"
    assert len(filled.requests) == asked + 3
    assert verify("--record").err.endswith("hub.lock.json is up to date\n")


def test_the_lock_says_the_same_of_findings(filled: Hub, verify: Verify, project: Project) -> None:
    filled.remove(BASE)
    filled.rename(f"{BASE}-bnb-4bit", f"{BASE}-Instruct-bnb-4bit")
    filled.repos[ORIGINAL].facts["disabled"] = True
    online = verify("--record")
    offline = verify("--offline")
    assert (offline.out, offline.code) == (online.out, 1)


def test_asking_again_changes_few_lines(filled: Hub, verify: Verify, project: Project) -> None:
    verify("--record")
    today = datetime.now(UTC).date()
    path = project.root / "definitions" / "hub.lock.json"
    text = path.read_text("utf-8").replace(f"{today}", f"{today - timedelta(days=9)}")
    path.write_text(text, "utf-8")
    before = recorded(project)
    assert "9 days ago" in verify("--offline").err
    filled.repos[BASE].facts["lastModified"] = "2026-01-01T00:00:00.000Z"
    verify("--record")
    changed = [line for line in recorded(project) if line not in before]
    assert [line.split('"')[1] for line in changed] == ["verified", BASE]


def test_what_the_lock_lacks(filled: Hub, verify: Verify, project: Project) -> None:
    done = verify("--offline")
    assert (done.out, done.code) == ("", 2)
    assert "make it with `hubenum verify --record`" in done.err
    verify("--record")
    path = project.root / "definitions" / "hub.lock.json"
    path.write_text("".join(f"{line}\n" for line in recorded(project) if f'"{BASE}":' not in line))
    done = verify("--offline")
    assert f"? {BASE}: not verified, not in the lock" in done.out
    assert (done.err.splitlines()[-1], done.code) == ("1 of 8 not verified.", 2)


def test_what_was_answered_is_recorded(filled: Hub, verify: Verify, project: Project) -> None:
    filled.fault("status", on=ORIGINAL, times=8)
    done = verify("--record")
    assert (done.err.splitlines()[-1], done.code) == (
        "2 of 8 not verified; the others were recorded; "
        "run `hubenum verify --record` again to go on.",
        2,
    )
    today = datetime.now(UTC).date()
    assert recorded(project)[2] == f' "unfinished": "{today}",'
    assert [line.split('"')[1] for line in recorded(project)[4:-2]] == sorted(IDS)[2:]
    asked = len(filled.requests)
    done = verify("--record")
    assert "6 ids were answered before; asking on." in done.err
    assert (done.out, done.code) == ("8 models: 6 ok, 2 gated\n", 0)
    assert len(filled.requests) == asked + 2
    assert [line.split('"')[1] for line in recorded(project)[3:-2]] == sorted(IDS)


def test_a_lock_of_some_families(filled: Hub, verify: Verify, project: Project) -> None:
    """What was not asked keeps its entry; what is not declared any more loses it."""
    verify("--record")
    path = project.root / "definitions" / "llama.py"
    other = path.read_text("utf-8").replace('"Llama"', '"Tiny"').replace("Llama, by", "Tiny by")
    project.define("tiny", other)
    path.write_text(path.read_text("utf-8").replace(", UNSLOTH]", "]"), "utf-8")
    assert verify("tiny", "--record").code == 1
    ids = [line.split('"')[1] for line in recorded(project)[3:-2]]
    kept = [repo_id for repo_id in IDS if "unsloth-bnb" not in repo_id]
    assert [repo_id for repo_id in ids if "Tiny" not in repo_id] == sorted(kept)
    assert len(ids) == len(kept) + 8


def test_an_id_that_is_taken_over(filled: Hub, verify: Verify, project: Project) -> None:
    """Case A27: a finding that `--record` does not overwrite."""
    verify("--record")
    key = filled.repos[BASE].facts["_id"]
    before = recorded(project)
    filled.remove(BASE)
    filled.add(BASE, license="mit", gated="auto")
    finding = f"✗ {BASE}: taken over: another repository than the one recorded ("
    for options in ((), ("--record",), ("--record",), ("--offline",)):
        done = verify(*options)
        assert done.out.startswith(finding)
        assert done.out.endswith("8 models: 5 ok, 2 gated, 1 taken over\n")
        assert done.code == 1
    (changed,) = (line for line in recorded(project) if line not in before)
    entry = json.loads(f"{{{changed.strip().rstrip(',')}}}")[BASE]
    assert (entry["verdict"], entry["_id"], entry["license"]) == ("taken over", key, "llama3.1")

    done = verify("--record", "--accept", BASE)
    assert (done.out, done.code) == ("8 models: 5 ok, 3 gated\n", 0)
    assert verify().code == 0
    assert f'"_id": "{filled.repos[BASE].facts["_id"]}"' in "".join(recorded(project))


def test_recorded_and_then_missing(filled: Hub, verify: Verify) -> None:
    """No repository is not another one, neither now nor from the lock."""
    verify("--record")
    filled.remove(BASE)
    for options in ((), ("--record",), ("--offline",), ()):
        done = verify(*options)
        assert done.out.startswith(f"✗ {BASE}: missing or private (no token sent) (")
        assert done.out.endswith("8 models: 5 ok, 2 gated, 1 missing\n")


def test_an_id_that_leads_to_another_repository(filled: Hub, verify: Verify) -> None:
    """A repo was deleted, and its id redirects to another now; only the lock can tell."""
    verify("--record")
    filled.remove(BASE)
    filled.rename(BASE, f"{BASE}-Instruct")
    text = f"recorded, renamed to {BASE}-Instruct ("
    for options in (("--record",), ("--record",), ("--offline",)):
        done = verify(*options)
        assert (text in done.out, "1 taken over" in done.out, done.code) == (True, True, 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--accept", BASE), "--accept needs --record"),
        (
            ("--record", "--accept", "unsloth/Llama-3.1-8b"),
            f"unsloth/Llama-3.1-8b is not declared; did you mean {BASE}?",
        ),
        (("--record", "--accept", "z"), "--accept: z is not declared\n"),
    ],
)
def test_what_cannot_be_accepted(
    filled: Hub, verify: Verify, options: tuple[str, ...], message: str
) -> None:
    done = verify(*options)
    assert (done.out, done.code, filled.requests) == ("", 2, [])
    assert message in done.err


def test_private_is_a_verdict_of_its_own(
    filled: Hub, verify: Verify, monkeypatch: pytest.MonkeyPatch, project: Project
) -> None:
    """Case A30: whoever may read it is told that others may not, now and from the lock."""
    filled.tokens = {"hf_good": "alice"}
    monkeypatch.setenv("HF_TOKEN", "hf_good")
    filled.remove(BASE)
    filled.add(BASE, private=True, readers=["hf_good"])
    done = verify("-v", "--record")
    assert f"✓ {BASE}: private\n" in done.out
    assert done.out.endswith("8 models: 5 ok, 2 gated, 1 private\n")
    assert done.code == 0
    assert verify("-v", "--offline").out == done.out
    (line,) = (line for line in recorded(project) if f'"{BASE}":' in line)
    assert '{"verdict": "private", ' in line
    assert '"private": true, ' in line


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"disabled": True}, "disabled"),
        ({"blocked": True}, "disabled"),
        ({"gated": "auto"}, "gated (auto)"),
        ({"disabled": True, "gated": "auto"}, "disabled, gated (auto)"),
    ],
)
def test_renamed_and_then(filled: Hub, verify: Verify, facts: dict[str, Any], note: str) -> None:
    """Both are said, by the lock too."""
    filled.remove(BASE)
    filled.add("unsloth/New", **facts)
    filled.rename(BASE, "unsloth/New")
    online = verify("--record")
    assert f"✗ {BASE}: renamed to unsloth/New, {note} (" in online.out
    assert verify("--offline").out == online.out


def test_a_broken_lock(filled: Hub, verify: Verify, project: Project) -> None:
    path = project.root / "definitions" / "hub.lock.json"
    path.write_text('<<<<<<< HEAD\n{"verified": 1}\n')
    done = verify("--offline")
    assert (done.out, done.code) == ("", 2)
    assert "hub.lock.json:1: lock: cannot be read" in done.err
    assert "Take one side of the merge" in done.err


def test_options_that_contradict(filled: Hub, verify: Verify) -> None:
    done = verify("--record", "--offline")
    assert (done.out, done.code) == ("", 2)


def test_nothing_is_written_unasked(filled: Hub, verify: Verify, project: Project) -> None:
    before = project.snapshot()
    verify()
    assert project.snapshot() == before
    assert os.environ["HF_HOME"].startswith(str(project.root.parent))


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_a_bar_on_a_terminal_only(filled: Hub, project: Project) -> None:
    import pty

    filled.latency = 0.3
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "codegen", "verify", "-v"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1", "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "Asking the Hub" in shown
    assert "Asking" not in done.stdout.decode()
    assert (done.stdout.decode().splitlines()[0], done.returncode) == (f"✓ {BASE}", 0)
