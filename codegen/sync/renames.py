"""Ids that are spelled otherwise on the Hub, put right in the definitions that give them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..edit.draft import Draft, Drafts, renamed
from ..edit.text import UneditableError
from .rename_edits import literals, moves, originals, spellings, template_case
from .rename_reading import Renamed, read_renamed


@dataclass(frozen=True, slots=True)
class Unsolved:
    """A wrong id that is left to the author."""

    repo_id: str
    canonical: str
    stem: str
    """The family that declares it."""
    why: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right, and what was not."""

    solved: Mapping[str, str]
    """Declared id to the one that is declared now."""
    unsolved: tuple[Unsolved, ...]
    drafts: Mapping[str, Draft]
    """The families that are changed, as they would be."""


_Hypothesis = Callable[[Draft, str, list[Renamed]], Iterator[str]]

_HYPOTHESES: tuple[_Hypothesis, ...] = (
    literals,
    template_case,
    spellings,
    moves,
    originals,
)
"""What may be behind a rename, the most likely first."""


def fix(canonical: Mapping[str, str], drafts: Drafts) -> Fixed:
    """Edit the definitions so that ids are declared as the Hub has them.

    `canonical` gives the Hub's id for declared ones in another letter case or renamed; leave out
    those that are another repository now. An edit is taken only if it changes ids of these, each
    into its canonical one, and no other.
    """
    declared = {repo_id for draft in drafts.values() for repo_id in draft.models}
    done = dict(drafts)
    solved: dict[str, str] = {}
    unsolved: list[Unsolved] = []
    for stem, draft in sorted(drafts.items()):
        mine = {old: new for old, new in canonical.items() if old in draft.models and new != old}
        taken = {old: new for old, new in mine.items() if new in declared}
        unsolved += [
            Unsolved(old, new, stem, "the new id is declared already: take the old one out")
            for old, new in taken.items()
        ]
        left = {old: new for old, new in mine.items() if old not in taken}
        if not draft.is_own:
            why = "the definition belongs to others: tell them"
            unsolved += [Unsolved(old, new, stem, why) for old, new in left.items()]
            continue
        reasons: dict[str, str] = {}
        while left:
            progress = _step(done, stem, left, reasons)
            if not progress:
                break
            solved |= progress
            left = {old: new for old, new in left.items() if old not in progress}
        unsolved += [Unsolved(old, new, stem, reasons[old]) for old, new in left.items()]
    changed = {stem: draft for stem, draft in done.items() if draft is not drafts[stem]}
    return Fixed(solved, tuple(sorted(unsolved, key=lambda one: (one.stem, one.repo_id))), changed)


def _step(
    drafts: Drafts, stem: str, left: Mapping[str, str], reasons: dict[str, str]
) -> dict[str, str]:
    """Make the first edit that puts some ids right and no other wrong; say which. None: {}."""
    draft = drafts[stem]
    by_definition = read_renamed(draft, left)
    for hypothesis in _HYPOTHESES:
        for name, several in by_definition.items():
            readable = [one for one in several if _why(one) is None]
            try:
                for text in hypothesis(draft, name, several):
                    try:
                        drafts[stem], solved = renamed(drafts, stem, text, left)
                    except UneditableError as error:
                        for one in readable:
                            reasons.setdefault(one.repo_id, f"with {name} edited, {error}")
                        continue
                    return solved
            except UneditableError as error:
                for one in readable:
                    reasons[one.repo_id] = str(error)
    for several in by_definition.values():
        for one in several:
            reasons.setdefault(one.repo_id, _why(one) or "it takes more than one edit")
    return {}


def _why(one: Renamed) -> str | None:
    """Why an id cannot be put right whatever is edited; None if it might be."""
    if one.is_upload and one.model.org != one.canonical.partition("/")[0]:
        return "it went to another owner: declare it by hand, with that one as its uploader"
    if one.model.is_mirror:
        return "it is a copy that somebody else holds: mend the template in mirrors by hand"
    if one.fields is None and one.is_upload and not one.is_case:
        return "the new name follows another convention: write a template for it by hand"
    return None
