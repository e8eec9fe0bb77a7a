"""Repo ids: the same verdicts as the Hub's own client."""

import pytest
from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id
from hypothesis import example, given
from hypothesis import strategies as st

from codegen.names.repo_id import is_repo_id, repo_id_mistake

GOOD = [
    "unsloth/Llama-3.1-8B",
    "a/b",
    "_/_",
    "01-ai/Yi_1.5",
    f"{'a' * 96}/{'b' * 96}",
    "a.git/b",
    "owner/x.gitx",
]
BAD = {
    "": "slash",
    "gpt2": "slash",
    "a/b/c": "slash",
    "/b": "letters",
    "a/": "letters",
    "a/b c": "letters",
    "a/b\n": "letters",
    "a/é": "letters",
    "a/٣": "letters",
    "globex/{org}": "letters",
    'x"]); import os #/y': "letters",
    "-a/b": "letters",
    "a/b-": "letters",
    "a/.b": "letters",
    "a/b.": "letters",
    f"{'a' * 97}/b": "letters",
    f"a/{'b' * 97}": "letters",
    "a/b--c": "'--'",
    "a--b/c": "'--'",
    "a/b..c": "'..'",
    "a/b.git": "'.git'",
}


@pytest.mark.parametrize("text", GOOD)
def test_good(text: str) -> None:
    assert (is_repo_id(text), repo_id_mistake(text)) == (True, "")


@pytest.mark.parametrize(("text", "reason"), BAD.items())
def test_bad(text: str, reason: str) -> None:
    assert not is_repo_id(text)
    assert reason in repo_id_mistake(text)


@pytest.mark.parametrize("value", [None, 7, ["a/b"], b"a/b"])
def test_other_types(value: object) -> None:
    assert not is_repo_id(value)


def library_accepts(text: str) -> bool:
    try:
        validate_repo_id(text)
    except HFValidationError:
        return False
    return text.count("/") == 1


is_strict = pytest.mark.skipif(
    library_accepts("a/é"), reason="the rule of the first huggingface_hub 1.x is laxer"
)


@is_strict
@given(st.text(st.sampled_from("ab0_.-/é \n٣²git"), max_size=12) | st.text(max_size=8))
@example("a/" + "b" * 96)
@example("a/" + "b" * 97)
def test_same_verdict_as_the_library(text: str) -> None:
    assert is_repo_id(text) == library_accepts(text)


@is_strict
@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_same_verdict_as_the_library_on_the_examples(text: str) -> None:
    assert is_repo_id(text) == library_accepts(text)
