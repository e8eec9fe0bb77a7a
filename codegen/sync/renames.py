"""Corrects ids that the Hub has renamed or spells differently."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..edit.draft import Draft, Drafts, renamed
from ..edit.source import UneditableError
from .rename_edits import HYPOTHESES
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
    """The ids that were corrected, and those that were not."""

    solved: Mapping[str, str]
    """Old id to new id."""
    unsolved: tuple[Unsolved, ...]
    drafts: Mapping[str, Draft]
    """The changed families after the edits."""


def fix(canonical: Mapping[str, str], drafts: Drafts) -> Fixed:
    """Edit the definitions so that ids are declared as the Hub has them.

    `canonical` maps declared ids that are renamed or in another letter case to the Hub's ids; leave
    out ids that are another repository now. An edit is accepted only if it changes these ids to
    their canonical ones and no others; an id whose canonical one is declared too is removed.
    """
    done = dict(drafts)
    solved: dict[str, str] = {}
    unsolved: list[Unsolved] = []
    for stem, draft in sorted(drafts.items()):
        rest = {old: new for old, new in canonical.items() if old in draft.models and new != old}
        reasons: dict[str, str] = {}
        if not draft.is_own:
            reasons = dict.fromkeys(rest, "the definition is not this project's: tell its owner")
        while rest and draft.is_own:
            progress = _step(done, stem, rest, reasons)
            if not progress:
                break
            solved |= progress
            rest = {old: new for old, new in rest.items() if old not in progress}
        unsolved += [Unsolved(old, new, stem, reasons[old]) for old, new in rest.items()]
    changed = {stem: draft for stem, draft in done.items() if draft is not drafts[stem]}
    return Fixed(solved, tuple(sorted(unsolved, key=lambda one: (one.stem, one.repo_id))), changed)


def _step(
    drafts: Drafts, stem: str, rest: Mapping[str, str], reasons: dict[str, str]
) -> dict[str, str]:
    """Make the first edit that corrects ids and changes no others; return the corrected ids."""
    by_definition = read_renamed(drafts[stem], rest)
    for hypothesis in HYPOTHESES:
        for name, several in by_definition.items():
            why = ""
            try:
                for text in hypothesis(drafts[stem], name, several):
                    try:
                        drafts[stem], solved = renamed(drafts, stem, text, rest)
                    except UneditableError as error:
                        why = why or f"with {name} edited, {error}"
                    else:
                        return solved
            except UneditableError as error:
                why = why or str(error)
            for one in several if why else ():
                reasons.setdefault(one.repo_id, why)
    for one in (one for several in by_definition.values() for one in several):
        default = reasons.get(one.repo_id, "it takes more than one edit")
        reasons[one.repo_id] = _why(one) or default
    return {}


def _why(one: Renamed) -> str | None:
    """Why no edit can correct an id; None if one might."""
    if one.is_upload and one.model.org != one.canonical.partition("/")[0]:
        return "it went to another owner: declare it by hand, with that one as its uploader"
    if one.model.is_mirror:
        return "it is a copy that somebody else holds: correct the template in mirrors by hand"
    if one.fields is None and one.is_upload and not one.is_case:
        return "the new name follows another convention: write a template for it by hand"
    return None
