"""Uploads as they may come: what sync makes of each of them, with the right answers by hand.

`future.txt` has an upload a line, with its tags: "q:" is `base_model:quantized:`, "f:" finetune,
"a:" adapter, "m:" merge. "hub:" is an original that the Hub has, and "was:" the declared id that
was renamed to the upload. The line below it says what has to be declared, or why it is left to the
author. All of them come at once, and against the definitions of this repository.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen.edit.draft import Drafts, families_of, read_drafts
from codegen.load.extends import Folder
from codegen.models.model import Model
from codegen.sync.plan import Plan, Scope, plan
from codegen.sync.upload import Upload

_TABLE = Path(__file__).parent / "future.txt"
_DEFINITIONS = Path(__file__).parents[2] / "definitions"
_RELATIONS = {"q": "quantized", "f": "finetune", "a": "adapter", "m": "merge"}


@dataclass(frozen=True)
class Case:
    """An upload, and what has to come of it."""

    kind: str
    upload: Upload
    expected: str
    hub: str
    was: str


def read_cases() -> Iterator[Case]:
    """The rows of the table."""
    kind = ""
    lines = _TABLE.read_text("utf-8").splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line.startswith("unsloth/"):
            repo_id, *notes = line.split()
            pairs = [(note[: note.index(":")], note[note.index(":") + 1 :]) for note in notes]
            tags = tuple(f"base_model:{_RELATIONS[k]}:{v}" for k, v in pairs if k in _RELATIONS)
            plain = tuple(f"base_model:{v}" for k, v in pairs if k in _RELATIONS)
            stated = dict(pairs)
            upload = Upload(repo_id, (*plain, *tags))
            yield Case(kind, upload, below.strip(), stated.get("hub", ""), stated.get("was", ""))


CASES = list(read_cases())


@pytest.fixture(scope="module")
def drafts() -> Drafts:
    return read_drafts(Folder(_DEFINITIONS, "unsloth"))


@pytest.fixture(scope="module")
def planned(drafts: Drafts) -> Plan:
    return plan([*listed(drafts)], drafts, Scope(), ask)


def listed(drafts: Drafts) -> Iterator[Upload]:
    """Everything that is declared, but for what was renamed, and the uploads of the table."""
    renamed = {case.was for case in CASES}
    ids = (repo_id for draft in drafts.values() for repo_id in draft.models)
    yield from (Upload(i) for i in ids if i.startswith("unsloth/") and i not in renamed)
    yield from (case.upload for case in CASES)


def ask(ids: Collection[str]) -> dict[str, str | None]:
    """A Hub that has the originals of the table, and knows of the renames."""
    known = {case.hub.casefold(): case.hub for case in CASES}
    known |= {case.was.casefold(): case.upload.repo_id for case in CASES}
    return {repo_id: known.get(repo_id.casefold()) for repo_id in ids}


def shown(repo_id: str, planned: Plan) -> str:
    """What came of an upload, as the table says it."""
    by_hand = {one.repo_id: one.why for one in planned.by_hand}
    if repo_id in by_hand:
        return f"by hand: {by_hand[repo_id]}"
    for draft in planned.drafts.values():
        if model := draft.models.get(repo_id):
            at = " ".join(value or "-" for value in model.cell)
            quant = " ".join(filter(None, (model.quant_type.name, model.modifier)))
            return f"{at} {quant}; {model.original}, {model.modality}"
    return "nothing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.upload.name)
def test_the_right_answer(case: Case, planned: Plan) -> None:
    assert shown(case.upload.repo_id, planned) == case.expected


def test_all_of_them_are_new(drafts: Drafts) -> None:
    declared = {repo_id for draft in drafts.values() for repo_id in draft.models}
    assert declared.isdisjoint(case.upload.repo_id for case in CASES)


def test_most_are_declared(planned: Plan) -> None:
    assert len({case.kind for case in CASES}) >= 10
    declared = [case for case in CASES if not case.expected.startswith("by hand")]
    assert (len(CASES) >= 60, len(declared) >= 45) == (True, True)


def test_nothing_else_moves(drafts: Drafts, planned: Plan) -> None:
    before = by_id(drafts)
    after = by_id({**drafts, **planned.drafts})
    assert {i: after.get(i) for i in before} == before


def by_id(drafts: Mapping[str, object]) -> dict[str, Model]:
    families = families_of(drafts)  # type: ignore[arg-type]
    return {model.repo_id: model for family in families for model in family.models}


def test_the_next_sync_has_nothing_to_write(drafts: Drafts, planned: Plan) -> None:
    again = plan([*listed(drafts)], {**drafts, **planned.drafts}, Scope(), ask)
    assert (again.additions, again.drafts) == ((), {})
    assert {one.repo_id for one in again.by_hand} == {one.repo_id for one in planned.by_hand}
