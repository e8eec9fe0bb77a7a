"""The tables of a Markdown file, each between two marks, kept up to date by `generate`."""

import re
from collections.abc import Sequence

from ..models.model import Family
from ..names.quant import described, quant_order
from ..names.size import read_size
from ..schema import NONE

MARKS = ("<!-- families: written by `hubenum generate` -->", "<!-- /families -->")
"""The lines to put around the table of families; what follows "families" is the reader's."""


def with_table(text: str, families: Sequence[Family]) -> str:
    """The Markdown text with the tables of families and of quantizations between their marks.

    A table whose marks are missing is left out.
    """
    for subject, table in (("families", families_table), ("quantizations", quants_table)):
        parts = _marks(subject).split(text)  # before, mark, mark, and so on
        parts[1::3] = [f"{mark}\n{table(families)}" for mark in parts[1::3]]
        text = "".join(parts)
    return text


def has_marks(text: str) -> bool:
    """Whether a Markdown text has the marks of the table of families."""
    return _marks("families").search(text) is not None


def _marks(subject: str) -> re.Pattern[str]:
    """Two marks with what stands between them. The first begins its line; if it has no second one
    before the next first mark, it is a mark of nothing."""
    start = rf"^[ \t]*<!-- {subject}\b[^\n]*?-->"
    end = rf"(?:^[ \t]*)?<!-- /{subject} -->"
    return re.compile(rf"({start})(?:(?!{start}).)*?({end})", re.DOTALL | re.MULTILINE)


def quants_table(families: Sequence[Family]) -> str:
    """One row for each quantization that a family has: its tag, what it is and what runs it."""
    used = {model.quant_type for family in families for model in family.models} - {NONE}
    rows = ["| quantization | ends in | what it is | runs in |", "|---|---|---|---|"]
    for quant in sorted(used, key=quant_order):
        what, runs = described(quant)
        rows.append(f"| `{quant.name}` | `-{quant.tag}` | {what} | {runs or '–'} |")
    return "\n".join(rows) + "\n"


def families_table(families: Sequence[Family]) -> str:
    """One row for each family: its uploads, originals, sizes and quantizations."""
    rows = ["| family | uploads | originals | sizes | quantizations |", "|---|--:|--:|---|---|"]
    for family in (family for family in families if family.models):
        uploads = sum(not (m.is_original or m.is_mirror or m.is_former) for m in family.models)
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
    used = {m.quant_type for m in family.models if not m.is_original}
    return ", ".join(q.name for q in sorted(used - {NONE}, key=quant_order)) or "–"
