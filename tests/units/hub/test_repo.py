"""A repo from JSON: each property has its type or is unknown, and what is odd is reported."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.hub.repo import Repo, read_repo

A = "acme/A"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
    max_leaves=5,
)
FULL = {
    "_id": "65d2f7b0c0ffee0012345678",
    "id": A,
    "createdAt": "2024-02-19T06:00:00.000Z",
    "lastModified": "2025-01-31T23:59:59.000Z",
    "tags": ["transformers", "license:mit", "license:apache-2.0"],
    "gated": "manual",
    "private": False,
    "disabled": True,
    "downloads": 12,
    "downloadsAllTime": 345,
    "likes": 0,
    "trendingScore": 1.5,
    "gguf": {"total": 1, "architecture": "llama", "context_length": 4096},
}


def test_every_property() -> None:
    assert read_repo(FULL) == Repo(
        id=A,
        hub_id="65d2f7b0c0ffee0012345678",
        tags=("transformers", "license:mit", "license:apache-2.0"),
        created_at=datetime(2024, 2, 19, 6, tzinfo=UTC),
        last_modified=datetime(2025, 1, 31, 23, 59, 59, tzinfo=UTC),
        gated="manual",
        private=False,
        disabled=True,
        downloads=12,
        downloads_all_time=345,
        likes=0,
        trending_score=1.5,
        license="mit",
        raw=FULL,
    )


def test_what_was_not_asked_for_is_unknown() -> None:
    assert read_repo({"id": A}) == Repo(id=A, raw={"id": A})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "acme/hf_abcdefghijkl"}, "a row has an id that holds a token"),
        (None, "a row is null, not a repo"),
        ([], "a row is [], not a repo"),
        ("x\n", r'a row is "x\n", not a repo'),
        ({}, "a row has the id null"),
        ({"id": None}, "a row has the id null"),
        ({"id": 7}, "a row has the id 7"),
        ({"id": True}, "a row has the id true"),
        ({"id": "gpt2"}, 'a row has the id "gpt2": it needs exactly one slash'),
        ({"id": "globex/{org}"}, 'a row has the id "globex/{org}": owner and name consist of'),
        ({"id": "a/b\x1b[31m"}, r'a row has the id "a/b\u001b[31m": owner and name consist of'),
        ({"id": "x" * 10**6}, 'a row has the id "' + "x" * 58 + "…"),
    ],
)
def test_a_row_that_is_no_repo(row: object, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        read_repo(row)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("_id", 7, "7"),
        ("_id", "a b", '"a b"'),
        ("createdAt", "soon", '"soon"'),
        ("createdAt", 7, "7"),
        ("createdAt", "0001-01-01T00:00:00+23:59", '"0001-01-01T00:00:00+23:59"'),
        ("lastModified", ["x"], '["x"]'),
        ("tags", None, "null"),
        ("tags", "license:mit", '"license:mit"'),
        ("private", "yes", '"yes"'),
        ("disabled", 1, "1"),
        ("downloads", -1, "-1"),
        ("downloads", True, "true"),
        ("downloads", 1.5, "1.5"),
        ("likes", "many", '"many"'),
        ("downloadsAllTime", {}, "{}"),
        ("trendingScore", float("nan"), "NaN"),
        ("trendingScore", "x", '"x"'),
        ("trendingScore", 10**400, "1" + "0" * 58 + "…"),
    ],
)
def test_a_value_of_the_wrong_type_is_unknown(name: str, value: object, shown: str) -> None:
    row = {"id": A, name: value}
    assert read_repo(row) == Repo(
        id=A, raw=row, oddities=(f"{A}: {name} is {shown}; treated as unknown",)
    )


def test_a_tag_that_is_no_text() -> None:
    repo = read_repo({"id": A, "tags": ["license:mit", None, 7]})
    assert (repo.tags, repo.license) == (("license:mit",), "mit")
    assert repo.oddities == (f'{A}: tags is ["license:mit", null, 7]; only its texts are used',)


def test_a_license_that_is_no_word() -> None:
    repo = read_repo({"id": A, "tags": ["license:=cmd|' /C calc'!A0"]})
    assert repo.license is None
    assert repo.oddities == (f"{A}: license is \"=cmd|' /C calc'!A0\"; treated as unknown",)


@pytest.mark.parametrize(
    ("value", "gated", "is_odd"),
    [
        (False, False, False),
        (None, None, False),
        ("auto", "auto", False),
        ("manual", "manual", False),
        (True, True, False),
        ("perhaps", True, True),
        ([], True, True),
        (0, True, True),
    ],
)
def test_gated(value: object, gated: str | bool | None, is_odd: bool) -> None:
    """Whatever is not known to be open is not called open."""
    repo = read_repo({"id": A, "gated": value})
    assert (repo.gated, bool(repo.oddities)) == (gated, is_odd)
    assert type(repo.gated) is type(gated)


@given(st.dictionaries(st.sampled_from([*FULL, "x"]), JSON))
def test_any_row(row: dict[str, Any]) -> None:
    repo = read_repo({**row, "id": A})
    assert all(oddity.isprintable() and len(oddity) < 200 for oddity in repo.oddities)
