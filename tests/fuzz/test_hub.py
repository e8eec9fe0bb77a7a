"""Answers of the Hub with any values: every command reports them, and none crashes."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.hub_server.fixture import Clock
from tests.hub_server.server import Hub
from tests.projects import LLAMA, Project

from .conftest import ROUND

BASE = "unsloth/Llama-3.1-8B"
IDS = [BASE, f"{BASE}-bnb-4bit", f"{BASE}-Instruct", "meta-llama/Llama-3.1-8B", f"{BASE}-GGUF"]
FACTS = [
    *("gated", "disabled", "private", "tags", "downloads", "downloadsAllTime", "likes"),
    *("lastModified", "pipeline_tag", "library_name", "usedStorage"),
]
HOSTILE = [
    *("\x1b]0;x\x07", "a\n::error::forged", "base_model:quantized:globex/{org}", "9999-99-99"),
    *('base_model:x"]); import os #', "base_model:../../etc", "\ud800", "base_model:unsloth/", ""),
]

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts)
values = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=5,
)
answers = st.dictionaries(
    st.sampled_from(IDS), st.dictionaries(st.sampled_from(FACTS), values, max_size=3)
)


def is_plain(text: str) -> bool:
    """Whether a text has no control character but line breaks, and forges no line for CI."""
    return all(c.isprintable() or c == "\n" for c in text) and "\n::error" not in text


def test_every_answer_is_reported(
    hub: Hub, clock: Clock, project: Project, rounds: Callable[[Callable[[], None]], None]
) -> None:
    written = project.define("llama", LLAMA)

    @ROUND
    @given(answers)
    def check(made: dict[str, dict[str, Any]]) -> None:
        hub.repos.clear()
        for repo_id, facts in made.items():
            hub.add(repo_id).facts.update(facts)
        before = written.read_bytes()
        for command in (["verify"], ["sync"], ["sync", "--json"], ["stats", "record"]):
            done = project.run(*command)
            assert done.code in (0, 1, 2), done
            assert is_plain(done.out) and is_plain(done.err), done
        assert written.read_bytes() == before
        if (project.root / "stats").is_dir():
            shown = project.run("stats", "show")
            assert shown.code in (0, 1) and is_plain(shown.out), shown

    rounds(check)
