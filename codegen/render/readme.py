"""The table of families in a Markdown file, between two marks, kept true by `generate`."""

from collections.abc import Sequence

from ..models.model import Family
from ..names.quant import quant_order
from ..names.size import read_size
from ..schema import NONE

START = "<!-- families: written by `make generate` -->"
END = "<!-- /families -->"


def with_table(text: str, families: Sequence[Family]) -> str:
    """The Markdown text with what stands between the two marks replaced by the table; the text
    as it is where the marks are missing."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        return text
    return f"{before}{START}\n{families_table(families)}{END}{after}"


def families_table(families: Sequence[Family]) -> str:
    """One row a family: how many uploads and originals, which sizes, which quantisations."""
    rows = ["| family | uploads | originals | sizes | quantisations |", "|---|--:|--:|---|---|"]
    for family in (family for family in families if family.models):
        uploads = sum(not (m.is_original or m.is_mirror) for m in family.models)
        originals = sum(m.is_original for m in family.models)
        title = family.summary.removesuffix(".")
        cells = (title, f"{uploads:,}", f"{originals:,}", _sizes(family), _quants(family))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _sizes(family: Family) -> str:
    """Every size up to four, else the smallest, the largest and how many there are."""
    by_value = {m.size.casefold(): m.size for m in family.models if m.size}
    sizes = sorted(by_value.values(), key=lambda size: read_size(size).order)
    if len(sizes) > 4:
        return f"{sizes[0]} to {sizes[-1]} ({len(sizes)})"
    return ", ".join(sizes) or "–"


def _quants(family: Family) -> str:
    found = {m.quant_type for m in family.models if not m.is_original}
    return ", ".join(q.name for q in sorted(found - {NONE}, key=quant_order)) or "–"
