"""Text from outside: one printable line, bounded, without secrets or commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen import outside
from codegen.outside import hide, printable, redacted

TABLE = [
    ("Repository not found", "Repository not found"),
    ("Llamá · 文", "Llamá · 文"),
    ("  spaces around \n", "spaces around"),
    ("\x1b]0;x\x07title", r"\x1b]0;x\x07title"),
    ("one\ntwo\r\nthree", r"one\ntwo\r\nthree"),
    ("one\u2028two\x85three", r"one\u2028two\x85three"),
    ("gnp.exe\u202etxt", r"gnp.exe\u202etxt"),
    ("\ud800", r"\ud800"),
    ("nul\0", r"nul\x00"),
    ("::error::forged", "[command]error::forged"),
    ("\n::error::forged", "[command]error::forged"),
    ("see ##[error]forged", "see [command]error]forged"),
    ("std::vector", "std::vector"),
    ("your token hf_AbCdEfGhIj is bad", "your token [token] is bad"),
    (None, "None"),
    (["a\n"], r"['a\n']"),
]


@pytest.mark.parametrize(("value", "expected"), TABLE)
def test_printable(value: object, expected: str) -> None:
    assert printable(value) == expected


def test_long_text_is_cut() -> None:
    assert printable("x" * 10_000_000) == "x" * 199 + "…"
    assert printable("abcdef", 4) == "abc…"


def test_secrets_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "_SECRETS", set())
    hide("")
    hide("s3cret")
    assert redacted("Bearer s3cret, s3cret") == "Bearer [token], [token]"
    assert printable("s3cret\n") == "[token]"


@pytest.mark.parametrize("before", [0, 150, 190, 199])
def test_a_secret_is_never_shown_in_part(before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "_SECRETS", {"0123456789abcdef"})
    assert "0123" not in printable("x" * before + "0123456789abcdef")


@given(st.text(st.characters(), max_size=300))
def test_any_text_is_one_printable_line(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) <= 200
    assert not shown.startswith("::")
    assert "##[" not in shown
    shown.encode()
