"""A line of downloads small enough to stand in a row of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 88, 20
"""Of the drawing, in pixels."""

_MARGIN = 2
_UNITS = ((10**9, "G"), (10**6, "M"), (10**3, "k"))


@dataclass(frozen=True, slots=True)
class Chart:
    """What the row shows of one history."""

    path: str
    """The line, in the path language of SVG."""
    latest: str
    """The last count in three digits: "12.3k"."""
    words: str
    """All of it as a sentence."""


def draw(days: Sequence[str], counts: Sequence[int | None] | None) -> Chart | None:
    """The chart of the counts of these days; None where nothing was counted.

    The line starts at zero, so that rows can be compared in shape and not in height, and is
    broken where a day has no count.
    """
    points = [
        (index, day, count)
        for index, (day, count) in enumerate(zip(days, counts or (), strict=False))
        if count is not None
    ]
    if not points:
        return None
    highest = max(count for _, _, count in points)
    across = (WIDTH - 2 * _MARGIN) / max(len(days) - 1, 1)
    up = (HEIGHT - 2 * _MARGIN) / (highest or 1)
    steps: list[str] = []
    before = -2
    for index, _, count in points:
        stroke = "L" if index == before + 1 else "M"
        x, y = _MARGIN + index * across, HEIGHT - _MARGIN - count * up
        steps.append(f"{stroke}{x:.4g} {y:.4g}")
        before = index
    if steps[-1].startswith("M"):  # a point by itself is drawn as a dot
        steps.append("h0")
    _, day, count = points[-1]
    words = f"{count:,} downloads in the 30 days before {day}"
    if len(points) > 1:
        words += f"; since {points[0][1]} at most {highest:,}"
    return Chart("".join(steps), short(count), words)


def short(count: int) -> str:
    """A count in about three digits: 950, "12.3k", "4.56M"."""
    for unit, letter in _UNITS:
        if count >= 0.9995 * unit:
            return f"{count / unit:.3g}{letter}"
    return str(count)
