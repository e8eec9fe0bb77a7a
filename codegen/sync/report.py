"""What `sync` found, as lines to read."""

import difflib
from collections.abc import Iterator

from ..edit.draft import Draft, Drafts
from ..problem import Where
from .plan import Addition, Left, Plan


def told(found: Plan, drafts: Drafts) -> Iterator[str]:
    """The lines that tell of a plan: family by family, with the diff of each file."""
    stems = dict.fromkeys(
        [*(a.stem for a in found.additions), *(one.stem or "" for one in found.left)]
    )
    for stem in sorted(stems, key=lambda stem: (not stem, stem)):
        yield str(Where(drafts[stem].definition.path, 0)) if stem else "of no family"
        for addition in (a for a in found.additions if a.stem == stem):
            yield from _addition(addition)
        for left in (one for one in found.left if (one.stem or "") == stem):
            yield from _left(left)
        if stem in found.drafts:
            yield difference(drafts[stem], found.drafts[stem])
    if found.gone:
        yield "declared, and not listed any more (nothing is removed because of one miss)"
        for repo_id in found.gone:
            yield f"  - {repo_id}"
    yield _counted(found)


def _addition(addition: Addition) -> Iterator[str]:
    yield f"  {addition.definition}: {addition.what}"
    for repo_id in addition.uploads:
        yield f"    + {repo_id}"
    for repo_id in addition.originals:
        doubt = ", which the tags on the Hub do not name" if repo_id in addition.unconfirmed else ""
        yield f"    + {repo_id} (original{doubt})"


def _left(left: Left) -> Iterator[str]:
    bases = f" (from {', '.join(left.bases)})" if left.bases else ""
    yield f"  ? {left.repo_id}{bases}: {left.why}"
    yield f"      {left.write}"


def difference(before: Draft, after: Draft) -> str:
    """What an edit changes in a file, as a unified diff."""
    name = Where(before.definition.path, 0)
    lines = difflib.unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        str(name),
        str(name),
        n=1,
    )
    return "".join(lines)


def _counted(found: Plan) -> str:
    """The last line: how much there is of what."""
    counts = [
        (sum(len(a.uploads) for a in found.additions), "to declare"),
        (len(found.left), "to be declared by hand"),
        (len(found.gone), "gone"),
    ]
    told = ", ".join(f"{count:,} {what}" for count, what in counts if count)
    return told or "Definitions and uploads agree."
