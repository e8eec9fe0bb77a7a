"""The lock: written line by line, read back as it was, and kept where nothing new is known."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from codegen.hub.facts import Facts
from codegen.hub.lock import (
    LOCK,
    LockEntry,
    LockFile,
    read_lock,
    read_lock_file,
    updated,
    write_lock,
)
from codegen.hub.verdict import Status, Verdict
from codegen.problem import DefinitionError

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
A, B, C = "acme/A", "acme/B", "acme/C"
KEY, OTHER = "65d2ee600000c0ffee000000", "65d2ee600000c0ffee000001"
FULL = Verdict(
    status=Status.DISABLED,
    canonical=A,
    hub_id=KEY,
    gated="manual",
    is_private=True,
    is_disabled=True,
    license="llama3.1",
    created=date(2024, 2, 19),
    last_modified=date(2025, 1, 31),
    reason="a note",
)
OK = Verdict(status=Status.OK, canonical=A, hub_id=KEY)


def read(folder: Path, models: object, verified: object = "2026-11-23") -> dict[str, LockEntry]:
    (folder / LOCK).write_text(json.dumps({"verified": verified, "models": models}), "utf-8")
    return read_lock(folder)


@pytest.mark.parametrize(
    "verdict",
    [
        FULL,
        OK,
        Verdict(status=Status.RENAMED, canonical=B, hub_id=KEY, is_disabled=True),
        Verdict(status=Status.WRONG_CASE, canonical="acme/a", gated="yes"),
        Verdict(status=Status.TAKEN_OVER, canonical=A, hub_id=KEY),
        Verdict(status=Status.PRIVATE, canonical=A, is_private=True),
        Verdict(status=Status.MISSING, reason="no token sent; leads to acme/B"),
        Verdict(status=Status.MISSING, hub_id=KEY),
    ],
)
def test_what_is_written_is_read_back(tmp_path: Path, verdict: Verdict) -> None:
    lock = {A: LockEntry(verdict, MONDAY), B: LockEntry(replace(OK, canonical=B), TUESDAY)}
    assert write_lock(tmp_path, lock)
    assert read_lock(tmp_path) == lock
    assert not write_lock(tmp_path, lock)


def test_the_lines(tmp_path: Path) -> None:
    """One for each id; the day of most stands once."""
    names = [C, A, B]
    entries = {i: LockEntry(replace(OK, canonical=i), MONDAY) for i in names}
    entries[B] = LockEntry(FULL, TUESDAY)
    write_lock(tmp_path, entries)
    assert (tmp_path / LOCK).read_text("utf-8") == (
        '{\n "verified": "2026-11-23",\n "models": {\n'
        f'  "acme/A": {{"verdict": "ok", "_id": "{KEY}"}},\n'
        f'  "acme/B": {{"verdict": "disabled", "canonical": "acme/A", "_id": "{KEY}", "gated": '
        '"manual", "private": true, "disabled": true, "license": "llama3.1", "created": '
        '"2024-02-19", "last_modified": "2025-01-31", "reason": "a note", "verified": '
        '"2026-11-24"},\n'
        f'  "acme/C": {{"verdict": "ok", "_id": "{KEY}"}}\n'
        " }\n}\n"
    )


def test_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == {}
    write_lock(tmp_path, {})
    assert read_lock(tmp_path) == {}


def test_a_lock_of_an_earlier_version(tmp_path: Path) -> None:
    lock = read(
        tmp_path,
        {
            A: {"verdict": "ok", "_id": KEY, "licence": "mit"},
            B: {"verdict": "renamed", "canonical": A, "_id": KEY, "other": True},
            C: {"verdict": "disabled"},
        },
    )
    assert lock[A].verdict == replace(OK, license="mit")
    assert lock[B].verdict == Verdict(status=Status.TAKEN_OVER, canonical=A, hub_id=KEY)
    assert lock[C].verdict == Verdict(status=Status.DISABLED, canonical=C, is_disabled=True)


def test_other_ids_keep_their_lines() -> None:
    lock = {A: LockEntry(FULL, MONDAY), B: LockEntry(OK, MONDAY), C: LockEntry(OK, MONDAY)}
    new = Verdict(status=Status.GATED, canonical=B, hub_id=KEY, gated="auto")
    assert updated(lock, {B: new}, [A, B], TUESDAY) == {
        A: LockEntry(FULL, MONDAY),
        B: LockEntry(new, TUESDAY),
    }


def test_a_repo_that_is_missing_is_remembered() -> None:
    """So that another that takes its id is noticed, even days later."""
    missing = Verdict(status=Status.MISSING, reason="no token sent")
    lock = updated({A: LockEntry(FULL, MONDAY)}, {A: missing}, [A], TUESDAY)
    assert lock == {A: LockEntry(replace(missing, hub_id=KEY), TUESDAY)}


def test_a_repo_whose_id_is_taken_over_is_remembered() -> None:
    """Nothing about the new one gets into the lock but that it is there, and where."""
    other = replace(OK, status=Status.TAKEN_OVER, canonical=B, hub_id=OTHER, license="mit")
    lock = {A: LockEntry(FULL, MONDAY)}
    for _ in range(2):
        lock = updated(lock, {A: other}, [A], TUESDAY)
        kept = replace(FULL, status=Status.TAKEN_OVER, canonical=B, reason="")
        assert lock == {A: LockEntry(kept, TUESDAY)}


@pytest.mark.parametrize(
    "models",
    [
        [],
        None,
        {A: None},
        {A: []},
        {A: {}},
        {A: {"verdict": "fine\x1b[31m"}},
        {A: {"verdict": 7}},
        {A: {"verdict": []}},
        {"../../escaped": {"verdict": "ok"}},
        {"acme/{org}": {"verdict": "ok"}},
        {A: {"verdict": "renamed", "canonical": "no id"}},
        {A: {"verdict": "renamed", "canonical": 7}},
        {A: {"verdict": "ok", "_id": 7}},
        {A: {"verdict": "ok", "_id": "x\n::error::"}},
        {A: {"verdict": "ok", "license": "=cmd|' /C calc'!A0"}},
        {A: {"verdict": "ok", "gated": True}},
        {A: {"verdict": "ok", "created": "yesterday"}},
        {A: {"verdict": "ok", "created": 20240219}},
        {A: {"verdict": "ok", "verified": "2026-02-30"}},
    ],
)
def test_a_lock_that_cannot_be_read(tmp_path: Path, models: object) -> None:
    with pytest.raises(DefinitionError) as refused:
        read(tmp_path, models)
    first, cure = str(refused.value).split("\n")
    assert "lock: cannot be read: " in first
    assert first.isprintable()
    assert cure.strip().startswith("Take one side of the merge")


@pytest.mark.parametrize("text", ["", "[" * 100_000, "{}", "[]", "null", '{"verified": 7}', "\0"])
def test_a_file_that_is_no_lock(tmp_path: Path, text: str) -> None:
    (tmp_path / LOCK).write_text(text, "utf-8")
    with pytest.raises(DefinitionError):
        read_lock(tmp_path)


def test_a_reason_is_one_printable_line(tmp_path: Path) -> None:
    lock = read(tmp_path, {A: {"verdict": "missing", "reason": "\x1b[31m\n::error::" * 99}})
    assert lock[A].verdict.reason.isprintable()
    assert len(lock[A].verdict.reason) <= 200


def test_a_recording_that_is_not_finished(tmp_path: Path) -> None:
    entries = {A: LockEntry(OK, MONDAY)}
    assert write_lock(tmp_path, entries, unfinished=TUESDAY)
    assert (tmp_path / LOCK).read_text("utf-8").split("\n")[1:3] == [
        ' "verified": "2026-11-23",',
        ' "unfinished": "2026-11-24",',
    ]
    assert read_lock_file(tmp_path) == LockFile(entries, TUESDAY)
    assert write_lock(tmp_path, entries)
    assert read_lock_file(tmp_path) == LockFile(entries, None)


def test_an_unknown_id_does_not_stop_the_others() -> None:
    unknown = Verdict(status=Status.UNKNOWN, reason="no answer")
    lock = {A: LockEntry(OK, MONDAY), B: LockEntry(FULL, MONDAY)}
    new = Verdict(status=Status.OK, canonical=B, hub_id=KEY)
    assert updated(lock, {C: unknown, A: unknown, B: new}, [A, B, C], TUESDAY) == {
        A: LockEntry(OK, MONDAY),
        B: LockEntry(new, TUESDAY),
    }


def test_facts_that_were_not_answered_leave_an_entry_as_it_is() -> None:
    """But without facts to lose, the verdict counts."""
    with_facts = LockEntry(replace(OK, facts=Facts(sha="c0ffee00" * 5)), MONDAY)
    assert updated({A: with_facts}, {A: OK}, [A], TUESDAY) == {A: with_facts}
    assert updated({}, {A: OK}, [A], TUESDAY) == {A: LockEntry(OK, TUESDAY)}


def test_where_a_lock_cannot_be_read(tmp_path: Path) -> None:
    text = '{\n "verified": "2026-11-23",\n "models": {\n  "acme/A": {"verdict": "fine"}\n }\n}\n'
    (tmp_path / LOCK).write_text(text, "utf-8")
    with pytest.raises(DefinitionError) as refused:
        read_lock(tmp_path)
    message = str(refused.value)
    assert message.startswith(f"{tmp_path / LOCK}:4: lock: cannot be read: acme/A: ")
    (tmp_path / LOCK).write_text(text[:-3], "utf-8")
    with pytest.raises(DefinitionError, match=r"hub\.lock\.json:5: lock: cannot be read: "):
        read_lock(tmp_path)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            '{"verified": "2026-11-23", "models": {\n'
            '"acme/B": {"verdict": "ok"},\n"acme/A": {"verdict": "ok"},\n'
            '"acme/A": {"verdict": "ok"}}}',
            "acme/A is listed twice",
        ),
        ('{"verified": "2026-11-23"}', "not as `verify --record` writes it"),
        ("[]", "not as `verify --record` writes it"),
        ('{"verified": "2026-11-23", "unfinished": "soon", "models": {}}', "Invalid isoformat"),
    ],
)
def test_why_a_lock_cannot_be_read(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / LOCK).write_text(text, "utf-8")
    with pytest.raises(DefinitionError) as refused:
        read_lock(tmp_path)
    assert str(refused.value).startswith(f"{tmp_path / LOCK}: lock: cannot be read: {wrong}")
