"""The plan as text."""

import difflib
from collections.abc import Iterator

from ..edit.draft import Draft, Drafts
from ..problem import Where
from .choice import ByHand
from .declare import Addition
from .plan import Plan


def report(plan: Plan, drafts: Drafts) -> Iterator[str]:
    """The lines of a plan: each family with the diff of its file, then the counts."""
    stems = {*(a.stem for a in plan.additions), *(one.stem or "" for one in plan.by_hand)}
    for stem in sorted(stems, key=lambda stem: (not stem, stem)):
        draft = plan.drafts.get(stem) or drafts.get(stem)
        yield str(Where(draft.definition.path, 0)) if draft else "of no family"
        for addition in (a for a in plan.additions if a.stem == stem):
            yield from _addition(addition)
        for one in (one for one in plan.by_hand if (one.stem or "") == stem):
            yield from _by_hand(one)
        if stem in plan.drafts:
            yield difference(drafts.get(stem), plan.drafts[stem])
    for draft in plan.proposed.values():
        yield f"a family to add ({Where(draft.definition.path, 0)}), with --write --new-families:"
        yield from (f"    {line}".rstrip() for line in draft.text.splitlines())
    if plan.gone:
        yield "declared, but no longer listed (nothing is removed after one miss)"
        for repo_id in plan.gone:
            yield f"  - {repo_id}"
    yield _counts(plan)


def _addition(addition: Addition) -> Iterator[str]:
    yield f"  {addition.definition}: {addition.what}"
    for repo_id in addition.uploads:
        mark = addition.marks.get(repo_id)
        yield f"    + {repo_id}{f' ({mark})' if mark else ''}"
    for repo_id in addition.originals:
        yield f"    + {repo_id} (original)"


def _by_hand(one: ByHand) -> Iterator[str]:
    bases = f" (from {', '.join(one.upload.bases)})" if one.upload.bases else ""
    yield f"  ? {one.repo_id}{bases}: {one.why}"
    if one.write:
        yield f"      {one.write}"


def difference(before: Draft | None, after: Draft) -> str:
    """The edit of a file as a unified diff."""
    name = str(Where(after.definition.path, 0))
    old = before.text.splitlines(keepends=True) if before else []
    new = after.text.splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, name, name, n=1))


def _counts(plan: Plan) -> str:
    """The last line: the counts, and what was left out."""
    counts = [
        (sum(len(a.uploads) for a in plan.additions), "to declare"),
        (len(plan.by_hand), "to be declared by hand"),
        (len(plan.gone), "gone"),
    ]
    text = ", ".join(f"{count:,} {what}" for count, what in counts if count)
    skipped = ", ".join(f"{count:,} {why}" for why, count in plan.skipped.items())
    if skipped:
        return f"{text or 'Nothing to declare'}; left out: {skipped}"
    return text or "Definitions and uploads agree."
