"""`hubenum sync` and `verify --fix`, as people run them, against a Hub of their own."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from codegen.hub import session
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

from .conftest import HOUSE, LLAMA, Project, Result

BASE = "unsloth/Llama-3.1-8B"
DECLARED = [
    f"{BASE}{tag}{quant}"
    for tag in ("", "-Instruct")
    for quant in ("", "-bnb-4bit", "-unsloth-bnb-4bit")
]
Run = Callable[..., Result]


@pytest.fixture
def filled(hub: Hub) -> Hub:
    for repo_id in DECLARED:
        hub.add(repo_id)
    return hub


@pytest.fixture
def run(project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, where time passes as the test wants."""
    limits = replace(session.LIMITS, silence=0.5)
    monkeypatch.setattr(session, "LIMITS", limits)
    return project.run


def test_agreement(filled: Hub, run: Run, project: Project) -> None:
    before = project.snapshot()
    assert run("sync") == Result(0, "Definitions and uploads agree.\n", "")
    assert run("sync", "--write") == Result(0, "Definitions and uploads agree.\n", "")
    assert len(filled.requests) == 2
    assert project.snapshot() == before


def test_a_report_changes_nothing(filled: Hub, run: Run, project: Project) -> None:
    filled.add(f"{BASE}-Instruct-GGUF", base_model="quantized:meta-llama/Llama-3.1-8B-Instruct")
    filled.add("unsloth/Brand-New-GGUF", base_model="meta-llama/Llama-3.1-8B")
    filled.remove(f"{BASE}-bnb-4bit")
    before = project.snapshot()
    done = run("sync")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "definitions/llama.py\n"
        "  LLAMA_3_1: quantization GGUF\n"
        "    + unsloth/Llama-3.1-8B-Instruct-GGUF\n"
        "  ? unsloth/Brand-New-GGUF (from meta-llama/Llama-3.1-8B): no template gives its name\n"
        '      BRAND_NEW = ModelMeta(org="meta-llama", base_name="Brand-New", quant_types=[GGUF],'
        ' original="meta-llama/Llama-3.1-8B")\n'
        "--- definitions/llama.py\n"
        "+++ definitions/llama.py\n"
        "@@ -2,3 +2,3 @@\n"
        " \n"
        "-from codegen.schema import BNB, NONE, UNSLOTH, ModelMeta\n"
        "+from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta, Row\n"
        " \n"
        "@@ -9,4 +9,6 @@\n"
        '     model_sizes=["8B"],\n'
        '-    instruct_tags=[None, "Instruct"],\n'
        "-    quant_types=[NONE, BNB, UNSLOTH],\n"
        "+    rows=[\n"
        "+        Row(tags=[None], quants=[NONE, BNB, UNSLOTH]),\n"
        '+        Row(tags=["Instruct"], quants=[NONE, BNB, UNSLOTH, GGUF]),\n'
        "+    ],\n"
        " )\n"
        "\n"
        "declared, but no longer listed (nothing is removed after one miss)\n"
        "  - unsloth/Llama-3.1-8B-bnb-4bit\n"
        "1 to declare, 1 to be declared by hand, 1 gone\n"
    )
    assert project.snapshot() == before


def test_written_and_done(filled: Hub, run: Run, project: Project) -> None:
    filled.add("unsloth/Llama-3.1-70B", base_model="meta-llama/Llama-3.1-70B")
    path = project.define("llama", LLAMA.replace("\n", "\r\n"))
    path.write_bytes(LLAMA.replace("\n", "\r\n").encode())
    done = run("sync", "--write")
    assert (done.code, done.err) == (0, "wrote definitions/llama.py\n")
    content = path.read_bytes()
    assert b'Row(sizes=["70B"], tags=[None], quants=[NONE]),\r\n' in content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert run("sync").code == 0


def test_one_family_at_a_time(filled: Hub, run: Run, project: Project) -> None:
    project.define("tiny", LLAMA.replace("Llama", "Tiny").replace("LLAMA", "TINY"))
    for repo_id in DECLARED:
        filled.add(repo_id.replace("Llama", "Tiny"))
    for name in ("Tiny", "Llama"):
        filled.add(f"unsloth/{name}-3.1-8B-GGUF")
    filled.remove("unsloth/Tiny-3.1-8B")
    before = project.snapshot()
    done = run("sync", "--write", "Llama")
    assert (done.code, done.err) == (0, "wrote definitions/llama.py\n")
    assert "Tiny" not in done.out
    after = project.snapshot()
    assert {name for name in after if after[name] != before[name]} == {"definitions/llama.py"}
    assert run("sync", "lama").err.endswith("Error: no family 'lama'; did you mean llama?\n")
    assert run("sync", "--write").code == 1  # one is gone


def test_what_cannot_be_written_leaves_its_family(
    filled: Hub, run: Run, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody edits the file while the Hub is asked."""
    from codegen.cli import sync as cli_sync

    filled.add(f"{BASE}-GGUF")
    path = project.root / "definitions" / "llama.py"
    read_drafts = cli_sync.read_drafts

    def read_and_edit(*folders: object) -> object:
        drafts = read_drafts(*folders)  # type: ignore[arg-type]
        path.write_text(LLAMA + "\n# mine\n", "utf-8")
        return drafts

    monkeypatch.setattr(cli_sync, "read_drafts", read_and_edit)
    done = run("sync", "--write")
    assert done.code == 1
    assert done.err == "llama was not changed: the file was changed meanwhile\n"
    assert path.read_text("utf-8") == LLAMA + "\n# mine\n"


def test_since(filled: Hub, run: Run) -> None:
    filled.add(f"{BASE}-GGUF", createdAt="2025-03-01T23:00:00.000Z")
    filled.add(f"{BASE}-FP8", createdAt="2025-03-02T01:00:00.000Z")
    done = run("sync", "--since", "2025-03-02", "--json")
    assert [row["uploads"] for row in json.loads(done.out)["additions"]] == [[f"{BASE}-FP8"]]
    assert run("sync", "--since", "2025-03-03").code == 0
    assert run("sync", "--since", "yesterday").code == 2


def test_json(filled: Hub, run: Run) -> None:
    filled.add("unsloth/Llama-3.2-8B", base_model="meta-llama/Llama-3.2-8B")
    filled.add("unsloth/Other", base_model="acme/Other")
    filled.remove(BASE)
    done = run("sync", "--json")
    assert done.code == 1
    assert json.loads(done.out) == {
        "additions": [
            {
                "family": "llama",
                "definition": "LLAMA_3_2",
                "kind": "version",
                "what": "version 3.2",
                "uploads": ["unsloth/Llama-3.2-8B"],
                "originals": ["meta-llama/Llama-3.2-8B"],
                "written": False,
            }
        ],
        "by_hand": [
            {
                "id": "unsloth/Other",
                "family": None,
                "bases": ["acme/Other"],
                "why": "no template gives its name",
                "write": 'OTHER = ModelMeta(org="acme", base_name="Other", quant_types=[NONE])',
            }
        ],
        "gone": [BASE],
        "skipped": {},
        "refused": {},
    }


@pytest.mark.parametrize("arguments", [(), ("--write",), ("--json", "--write")], ids=" ".join)
@pytest.mark.parametrize("listing", ["empty", "failed", "cut short", "offline", "another page"])
def test_without_the_whole_listing_nothing_is_touched(
    hub: Hub, run: Run, project: Project, listing: str, arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Case A23: an empty or failed listing once wiped a catalogue."""
    for repo_id in ([] if listing == "empty" else DECLARED[:5]):
        hub.add(repo_id)
    hub.add("acme/Other")
    hub.page_size = 2
    if listing == "failed":
        hub.fault("status", times=99, status=500)
    elif listing == "cut short":
        hub.fault("hang", times=99, after=1)
    elif listing == "another page":
        hub.link_origin = "//["  # a link that names no page
    elif listing == "offline":
        from huggingface_hub import constants

        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    before = project.snapshot()
    done = run("sync", *arguments)
    assert (done.code, done.out) == (2, "")
    word = "empty" if listing == "empty" else "incomplete"
    assert f"The listing of unsloth is {word}" in done.err
    assert "nothing was changed" in done.err
    assert project.snapshot() == before


def test_mistakes_in_definitions_come_first(filled: Hub, run: Run, project: Project) -> None:
    project.define("llama", LLAMA.replace("[NONE, BNB, UNSLOTH]", "[]"))
    assert run("sync").code == 2
    assert not filled.requests


FIXED = [
    (f"{BASE}{tail}", f"unsloth/llama-3.1-8B{tail}")
    for tail in (repo_id.removeprefix(BASE) for repo_id in DECLARED)
]


def test_fix_of_letter_case(filled: Hub, run: Run, project: Project) -> None:
    """The way from a wrong letter case to output that is right again."""
    for original in ("", "-Instruct"):
        filled.add(f"meta-llama/Llama-3.1-8B{original}")
    assert run("generate").code == 0
    for old, new in FIXED:
        filled.rename(old, new)
    done = run("verify", "--fix")
    assert done.code == 0
    assert '+    name="{base_name:lower}-{model_version}-{size}-{instruct_tag}",' in done.out
    assert done.err == (
        "wrote definitions/llama.py\n"
        "6 names in use will carry another id or be gone. Next: python -m codegen generate"
        " --retire --renamed\n"
    )
    assert run("verify").code == 0
    before = project.models.read_bytes()
    assert run("generate").code == 1
    assert project.models.read_bytes() == before
    assert run("generate", "--retire", "--why", "the repo was renamed").code == 0
    assert run("check").code == 0
    assert 'LLAMA_3_1_8B_BNB = "unsloth/llama-3.1-8B-bnb-4bit"' in project.models.read_text("utf-8")


def test_what_is_not_fixed_is_explained(filled: Hub, run: Run, project: Project) -> None:
    for original in ("", "-Instruct"):
        filled.add(f"meta-llama/Llama-3.1-8B{original}")
    filled.rename(DECLARED[0], "unsloth/Something-Else")
    filled.remove(DECLARED[1])
    filled.rename(DECLARED[1], DECLARED[2])
    filled.remove(DECLARED[3])
    done = run("verify", "--fix")
    assert done.code == 1
    place = "definitions/llama.py"
    assert done.err == (
        f"wrote {place}\n"
        f"{place}: not fixed: {DECLARED[0]} -> unsloth/Something-Else: the new name follows"
        " another convention: write a template for it by hand\n"
    )
    text = (project.root / "definitions" / "llama.py").read_text("utf-8")
    assert "Row(tags=[None], quants=[NONE, UNSLOTH])," in text  # the other name is declared


def test_nothing_is_fixed_while_something_is_unknown(
    filled: Hub, run: Run, project: Project
) -> None:
    filled.rename(DECLARED[0], f"{BASE}".replace("L", "l"))
    filled.fault("status", times=99, status=503, on="meta-llama")
    before = project.snapshot()
    done = run("verify", "--fix")
    assert done.code == 2
    assert project.snapshot() == before


def test_the_walkthrough_of_the_docs(
    filled: Hub, run: Run, project: Project, request: pytest.FixtureRequest
) -> None:
    """What stands under a command in docs/ is what it prints, with "..." for the output of the
    command before; `--update-golden` writes it."""
    assert run("generate").code == 0
    quantised = "quantized:meta-llama/Llama-3.1-"
    filled.add(f"{BASE}-Instruct-GGUF", base_model=f"{quantised}8B-Instruct")
    filled.add("unsloth/Llama-3.1-70B-Instruct", base_model="meta-llama/Llama-3.1-70B-Instruct")
    filled.add("unsloth/Llama-3.1-70B-Instruct-bnb-4bit", base_model=f"{quantised}70B-Instruct")
    before = "nothing yet"

    def printed(match: re.Match[str]) -> str:
        done = run(*match[1].split())
        nonlocal before
        lines = "".join(f"{line.rstrip()}\n" for line in (done.out + done.err).splitlines())
        shown = f"...\n{lines.removeprefix(before)}" if lines.startswith(before) else lines
        before = lines
        return f"```console\n$ hubenum {match[1]}\n{shown}```\n"

    path = HOUSE / "docs" / "sync.md"
    text = path.read_text("utf-8")
    true = re.sub(r"```console\n\$ hubenum (.*)\n(?s:.*?)```\n", printed, text)
    if request.config.getoption("--update-golden"):
        path.write_text(true, "utf-8")
    assert true == path.read_text("utf-8")
    assert run("sync").code == 0
    assert run("check").code == 0
