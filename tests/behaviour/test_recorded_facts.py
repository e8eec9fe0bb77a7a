"""Facts from the Hub: recorded once, typed into the package, and said from the lock alone."""

import asyncio
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import generated as here
from codegen.hub import session
from tests.commands import ROOT
from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub

from .conftest import Project, Result

LLAMA = '''"""Llama, by Meta."""

from codegen.schema import GGUF, NONE, ModelMeta

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B"],
    instruct_tags=["Instruct"],
    quant_types=[NONE, GGUF],
    modality="text",
)
'''
UPLOAD = "unsloth/Llama-3.1-8B-Instruct"
QUANTIZED = f"{UPLOAD}-GGUF"
ORIGINAL = "meta-llama/Llama-3.1-8B-Instruct"
SHA = "0e9e39f249a16976918f6564b8830bc894c89659"
FILES = [
    "README.md",
    "Llama-3.1-8B-Instruct-Q4_K_M.gguf",
    "BF16/Llama-3.1-8B-Instruct-BF16-00001-of-00002.gguf",
    "BF16/Llama-3.1-8B-Instruct-BF16-00002-of-00002.gguf",
]
GGUF_FACTS: dict[str, Any] = {
    "gguf": {
        "total": 8030261312,
        "architecture": "llama",
        "context_length": 131072,
        "chat_template": "{{ messages }}",
    },
    "siblings": [{"rfilename": name} for name in FILES],
    "tags": ["gguf", "license:llama3.1", f"base_model:{ORIGINAL}"],
    "sha": SHA,
}
WEIGHTS: dict[str, Any] = {
    "safetensors": {"parameters": {"BF16": 8030261248}, "total": 8030261248},
}
Verify = Callable[..., Result]


@pytest.fixture
def llama(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "acme", llama=LLAMA)


@pytest.fixture
def filled(hub: Hub) -> Hub:
    tags = ["safetensors", f"base_model:{ORIGINAL}", f"base_model:finetune:{ORIGINAL}"]
    hub.add(ORIGINAL, gated="manual", license="llama3.1", tags=["safetensors"], **WEIGHTS)
    hub.add(UPLOAD, license="llama3.1", siblings=[], **WEIGHTS, tags=tags)
    hub.add(QUANTIZED, **deepcopy(GGUF_FACTS))
    return hub


@pytest.fixture
def verify(llama: Project, clock: Clock) -> Verify:
    return partial(llama.run, "verify")


@pytest.fixture
def package(llama: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Any]]:
    """Generates the package and imports it."""

    def generated() -> Any:
        assert llama.run("generate").code == 0
        monkeypatch.setattr(sys, "path", [str(llama.root.parent), *sys.path])
        for name in [name for name in sys.modules if name.partition(".")[0] == "acme"]:
            del sys.modules[name]
        return import_module("acme.generated")

    yield generated
    for name in [name for name in sys.modules if name.partition(".")[0] == "acme"]:
        del sys.modules[name]


def entries(project: Project) -> dict[str, Any]:
    text = (project.root / "definitions" / "hub.lock.json").read_text("utf-8")
    return dict(json.loads(text)["models"])


def test_what_is_recorded(filled: Hub, verify: Verify, llama: Project) -> None:
    assert verify("--record").code == 0
    recorded = entries(llama)
    quantized = recorded[QUANTIZED]
    assert {name: quantized[name] for name in quantized.keys() - {"_id"}} == {
        "verdict": "ok",
        "sha": SHA,
        "gated": False,
        "license": "llama3.1",
        "pipeline_tag": "text-generation",
        "base_models": [ORIGINAL],
        "parameters": 8030261312,
        "architecture": "llama",
        "context_length": 131072,
        "files": [
            ["BF16/Llama-3.1-8B-Instruct-BF16-00001-of-00002.gguf", "BF16", 2],
            ["Llama-3.1-8B-Instruct-Q4_K_M.gguf", "Q4_K_M", 1],
        ],
        "created": "2024-02-19",
        "last_modified": "2024-02-19",
    }
    assert recorded[ORIGINAL]["gated"] == "manual"
    assert recorded[UPLOAD]["parameters"] == 8030261248
    assert recorded[UPLOAD]["base_models"] == [ORIGINAL]
    assert "downloads" not in json.dumps(recorded)


def test_every_attribute_from_the_lock_alone(
    filled: Hub, verify: Verify, package: Callable[[], Any]
) -> None:
    verify("--record")
    asked = len(filled.requests)
    models = package().Models
    model = models.LLAMA_3_1_8B_INSTRUCT_GGUF
    assert (model.revision, model.license, model.is_gated) == (SHA, "llama3.1", False)
    assert (model.context_length, model.parameters) == (131072, 8030261312)
    assert [tuple(file) for file in model.files] == [
        ("BF16/Llama-3.1-8B-Instruct-BF16-00001-of-00002.gguf", "BF16", 2),
        ("Llama-3.1-8B-Instruct-Q4_K_M.gguf", "Q4_K_M", 1),
    ]
    assert model.files[0].shards == 2
    assert model.file("q4_k_m") == "Llama-3.1-8B-Instruct-Q4_K_M.gguf"
    assert model.file("BF16") == "BF16/Llama-3.1-8B-Instruct-BF16-00001-of-00002.gguf"
    assert model.ref("q4_k_m") == f"{QUANTIZED}:Q4_K_M"
    with pytest.raises(ValueError, match="no file in 'Q5_0'; there are: BF16, Q4_K_M"):
        model.file("Q5_0")
    with pytest.raises(ValueError, match="no file in 'Q4_0'"):
        model.ref("Q4_0")
    assert models.LLAMA_3_1_8B_INSTRUCT_ORIGINAL.is_gated is True
    assert models.LLAMA_3_1_8B_INSTRUCT.files == ()
    with pytest.raises(ValueError, match="it has no GGUF files"):
        models.LLAMA_3_1_8B_INSTRUCT.file("Q4_K_M")
    assert len(filled.requests) == asked


def test_no_lock_no_claim(package: Callable[[], Any]) -> None:
    model = package().Models.LLAMA_3_1_8B_INSTRUCT_GGUF
    for name in ("revision", "license", "is_gated", "context_length", "files"):
        assert getattr(model, name) is None
    assert model.parameters == 8_000_000_000
    for ask in (model.file, model.ref):
        with pytest.raises(ValueError, match="`hubenum verify --record`, then `hubenum generate`"):
            ask("Q4_K_M")


def test_search_by_facts(filled: Hub, verify: Verify, package: Callable[[], Any]) -> None:
    verify("--record")
    generated = package()
    search = generated.search_models
    assert len(search(license="LLAMA3.1")) == 3
    assert search(license="apache-2.0") == []
    assert search(is_gated=True) == [generated.Models.LLAMA_3_1_8B_INSTRUCT_ORIGINAL]
    assert search(license="llama3.1", is_gated=False, max_parameters="9B", min_context=32_000) == [
        generated.Models.LLAMA_3_1_8B_INSTRUCT_GGUF
    ]
    with pytest.raises(ValueError, match="min_context='32K' is not a number of tokens"):
        search(min_context="32K")


def test_a_lock_makes_check_notice(filled: Hub, verify: Verify, llama: Project) -> None:
    assert llama.run("generate").code == 0
    assert llama.run("check").code == 0
    assert llama.run("check").code == 0
    verify("--record")
    done = llama.run("check")
    assert done.code == 1
    assert SHA in done.out
    assert llama.run("generate").code == 0
    assert llama.run("check").code == 0


@pytest.mark.parametrize("change", ["missing", "taken over"])
def test_what_the_lock_says_of_another_repo_is_not_claimed(
    filled: Hub, verify: Verify, package: Callable[[], Any], change: str
) -> None:
    verify("--record")
    filled.remove(QUANTIZED)
    if change == "taken over":
        filled.add(QUANTIZED, _id="1" * 24, **GGUF_FACTS)
    done = verify("--record")
    assert (done.code, change in done.out) == (1, True)
    model = package().Models.LLAMA_3_1_8B_INSTRUCT_GGUF
    assert (model.revision, model.files, model.license) == (None, None, None)


def test_listings_that_lack_facts(filled: Hub, verify: Verify, llama: Project) -> None:
    """What a listing refuses is asked for repo by repo, and not again at the same commit."""
    ids = [f"unsloth/Llama-3.1-{size}B-Instruct" for size in (8, 70, 405)]
    llama.define("llama", LLAMA.replace('["8B"]', '["8B", "70B", "405B"]'))
    for repo_id in ids[1:]:
        filled.add(repo_id, tags=["safetensors"], **WEIGHTS)
        filled.add(f"{repo_id}-GGUF", **GGUF_FACTS)
        filled.add(repo_id.replace("unsloth", "meta-llama"), tags=["safetensors"], **WEIGHTS)
    refusal = '{"error":"Invalid expand gguf"}'
    filled.fault("status", on="/api/models?", status=400, body=refusal, times=1)
    assert verify("--record").code == 0
    assert entries(llama)[QUANTIZED]["context_length"] == 131072
    per_repo = [r for r in filled.requests if r.path.startswith("/api/models/unsloth/")]
    assert len(per_repo) == 6
    asked = len(filled.requests)
    filled.fault("status", on="/api/models?", status=400, body=refusal, times=1)
    done = verify("--record")
    assert done.err.endswith("hub.lock.json is up to date\n")
    assert len(filled.requests) == asked + 5  # one listing refused, one taken, three originals


def test_a_limited_run_goes_on(filled: Hub, verify: Verify, llama: Project) -> None:
    filled.quotas = (2, 1000)
    done = verify("--record", "--max-wait", "0")
    assert (done.code, len(entries(llama))) == (2, 2)
    assert "1 of 3 not verified; the others were recorded" in done.err
    filled.quotas = (500, 1000)
    asked = len(filled.requests)
    assert verify("--record").code == 0
    assert len(filled.requests) == asked + 1
    assert len(entries(llama)) == 3


def test_an_interruption_loses_nothing(
    filled: Hub, llama: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C during a wait for the quota: what was answered until then is recorded."""

    async def interrupt(seconds: float) -> None:
        await asyncio.sleep(0.3)  # the other answers arrive
        raise KeyboardInterrupt

    filled.quotas = (2, 1000)
    with monkeypatch.context() as patch:
        patch.setattr(session, "LIMITS", session.Limits(clock=clock, sleep=interrupt))
        done = llama.run("verify", "--record")
    assert (len(entries(llama)), done.code) == (2, 2)
    assert done.err.endswith("Interrupted; nothing else was changed.\n")
    filled.quotas = None
    asked = len(filled.requests)
    assert llama.run("verify", "--record").code == 0
    assert (len(entries(llama)), len(filled.requests)) == (3, asked + 1)


def test_facts_that_are_contradicted(filled: Hub, verify: Verify, llama: Project) -> None:
    done = verify("--facts")
    assert (done.code, done.out) == (0, "3 models: 2 ok, 1 gated\nfacts: 0 contradicted, 0 notes\n")
    filled.repos[UPLOAD].facts["tags"] = ["base_model:meta-llama/Llama-3.1-8B"]
    filled.repos[ORIGINAL].facts["pipeline_tag"] = "image-text-to-text"
    filled.repos[QUANTIZED].facts["gguf"]["total"] = 70_553_706_496
    place = f"({Path('definitions', 'llama.py')}:5)"
    expected = [
        "3 models: 2 ok, 1 gated",
        f"✗ {UPLOAD}: declared to be from {ORIGINAL}; its tags name meta-llama/Llama-3.1-8B "
        f"{place}",
        '    Write original="meta-llama/Llama-3.1-8B", or correct the card of the repo.',
        f"✗ {QUANTIZED}: declared with 8,000,000,000 parameters; its weights are 70,553,706,496 "
        f"{place}",
        '    Write parameters="70.6B", or the right size.',
        f"✗ {ORIGINAL}: declared as text; its pipeline tag is image-text-to-text {place}",
        '    Write modality="vision", or correct the card of the repo.',
        "facts: 3 contradicted, 0 notes",
    ]
    for options in (("--facts",), ("--facts", "--record"), ("--facts", "--offline")):
        done = verify(*options)
        assert (done.out.splitlines(), done.code) == (expected, 1)
    assert verify().code == 0
    rows = json.loads(verify("--facts", "--json").out)["facts"]
    assert [(row["id"], row["fact"], row["is_note"]) for row in rows] == [
        (UPLOAD, "original", False),
        (QUANTIZED, "parameters", False),
        (ORIGINAL, "modality", False),
    ]
    assert (rows[0]["declared"], rows[0]["hub"]) == (ORIGINAL, ["meta-llama/Llama-3.1-8B"])
    assert rows[0]["cure"] == expected[2].strip()


def test_a_repo_that_moved_on(filled: Hub, verify: Verify) -> None:
    verify("--record")
    filled.repos[QUANTIZED].facts["sha"] = "f" * 40
    done = verify("--facts")
    assert done.code == 0
    assert f"· {QUANTIZED}: moved since {SHA[:7]}, now at fffffff (" in done.out
    assert "\n    Record it with `hubenum verify --record`.\n" in done.out
    assert done.out.endswith("facts: 0 contradicted, 1 note\n")


def test_revisions_of_a_definition(
    filled: Hub, verify: Verify, llama: Project, package: Callable[[], Any]
) -> None:
    """A pin stays, with a lock or without; branches are choices."""
    stated = f'revisions={{"{UPLOAD}": "v1.0", "{QUANTIZED}": ["4.0bpw", "6.0bpw"]}}'
    llama.define("llama", LLAMA.replace('modality="text"', f'modality="text",\n    {stated}'))
    models = package().Models
    assert models.LLAMA_3_1_8B_INSTRUCT.revision == "v1.0"
    assert models.LLAMA_3_1_8B_INSTRUCT.revisions is None
    assert models.LLAMA_3_1_8B_INSTRUCT_GGUF.revision is None
    assert models.LLAMA_3_1_8B_INSTRUCT_GGUF.revisions == ("4.0bpw", "6.0bpw")
    assert models.LLAMA_3_1_8B_INSTRUCT_ORIGINAL.revision is None
    verify("--record")
    models = package().Models
    assert models.LLAMA_3_1_8B_INSTRUCT.revision == "v1.0"
    assert models.LLAMA_3_1_8B_INSTRUCT_GGUF.revision == SHA


TAGS = {
    "text": "text-generation",
    "code": "text-generation",
    "vision": "image-text-to-text",
    "speech": "text-to-speech",
    "embedding": "feature-extraction",
    "image": "text-to-image",
    "video": "text-to-video",
}


def fill(hub: Hub, model: here.Models) -> None:
    """Add the repo of a model, as it is declared."""
    size = model.parameters or 7
    facts: dict[str, Any] = {"siblings": []}
    if model.quant_type is here.QuantType.GGUF:
        name = f"{model.rpartition('/')[2]}-Q4_K_M.gguf"
        facts["siblings"] = [{"rfilename": name}]
        facts["gguf"] = {"total": size, "architecture": "llama", "context_length": 4096}
    else:
        facts["safetensors"] = {"parameters": {"BF16": size}, "total": size}
    base = {"base_model": str(model.original)} if model.original else {}
    tag = TAGS.get(model.modality or "", "robotics")
    hub.add(str(model), license="mit", pipeline_tag=tag, **base, **facts)


def test_the_whole_catalogue(
    hub: Hub, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Record, compare, generate, and use every attribute of every model, from the lock alone."""
    project = Project.create(tmp_path / "whole")
    shutil.rmtree(project.root / "definitions")
    shutil.copytree(ROOT / "definitions", project.root / "definitions")
    for model in here.Models:
        fill(hub, model)
    assert project.run("verify", "--record").code == 0
    asked = len(hub.requests)
    assert asked < 250
    assert project.run("generate").code == 0
    done = project.run("verify", "--offline", "--facts")
    assert (done.out.splitlines()[1:], done.code) == (["facts: 0 contradicted, 0 notes"], 0)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    try:
        models = import_module("whole.generated").Models
        assert [str(model) for model in models] == [str(model) for model in here.Models]
        for model in models:
            check(model, hub)
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "whole"]:
            del sys.modules[name]
    assert len(hub.requests) == asked


def check(model: Any, hub: Hub) -> None:
    """Compare the attributes of a member with its repo."""
    assert model.revision == hub.repos[str(model)].facts["sha"]
    assert (model.license, model.is_gated) == ("mit", False)
    assert model.parameters == (here.Models(str(model)).parameters or 7)
    if model.quant_type.name == "GGUF":
        assert model.context_length == 4096
        assert model.ref("Q4_K_M") == f"{model}:Q4_K_M"
        assert model.file("Q4_K_M") == model.files[0].name
    else:
        assert model.files == ()
