"""How rows are printed."""

import csv
import io

import pytest

from codegen.cli.rows import Heading, print_csv, print_table


def test_no_text_in_csv_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    texts = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\x1b[2J\ud800", "a=b", "a/b"]
    print_csv([{"text": text, "number": -5} for text in texts], ("text", "number", "absent"))
    out = capsys.readouterr().out
    header, *rows = csv.reader(io.StringIO(out, newline=""))
    assert header == ["text", "number", "absent"]
    assert [row[0] for row in rows] == [
        *("'=1+1", "'+1", "'-1", "'@x", "'\ufffdx", "'\ufffdx", "\ufffd[2J\ufffd", "a=b", "a/b")
    ]
    assert {row[1] for row in rows} == {"-5"}  # a number is a number
    assert {row[2] for row in rows} == {""}


@pytest.mark.parametrize(
    ("width", "dropped"), [(40, []), (28, ["c"]), (24, ["c", "b"]), (5, ["c", "b"])]
)
def test_columns_are_dropped_in_order_and_no_cell_is_broken(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    width: int,
    dropped: list[str],
) -> None:
    monkeypatch.setattr("codegen.cli.rows._WIDE", width)
    headings = [Heading("id"), Heading("b", drop=2), Heading("c", is_number=True, drop=1)]
    hidden = print_table(headings, [("owner/name-of-a-repo", "bb", "3"), ("x", "", "")])
    assert sorted(hidden) == sorted(dropped)
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("owner/name-of-a-repo")
    assert len(lines) == 4


def test_a_wide_character_takes_two_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("codegen.cli.rows._WIDE", 5)
    print_table([Heading("id")], [("日本語日本語",)])
    assert "日本語日本語" in capsys.readouterr().out
