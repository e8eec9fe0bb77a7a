"""A series as a few characters."""

from collections.abc import Iterator

from .store import Column

_BLOCKS = "▁▂▃▄▅▆▇█"
_ASCII = "_.-~=+*#"


def sparkline(column: Column, *, width: int = 16, is_ascii: bool = False) -> str:
    """A series as at most `width` characters, up to its highest value.

    The bottom is its lowest value or half its highest, whichever is less, so that a few percent
    look like a few percent. Where there are more values than characters, each stands for the last
    value of its share of them; a share without a value is a space.
    """
    levels = _ASCII if is_ascii else _BLOCKS
    values = list(_thinned(column, width))
    numbers = [value for value in values if value is not None] or [0]
    top = max(numbers)
    bottom = min(min(numbers), top // 2)
    step = (top - bottom) / (len(levels) - 1) or 1
    return "".join(" " if v is None else levels[round((v - bottom) / step)] for v in values)


def _thinned(column: Column, width: int) -> Iterator[int | None]:
    count = min(width, len(column))
    for n in range(count):
        share = column[n * len(column) // count : (n + 1) * len(column) // count]
        yield next((value for value in reversed(share) if value is not None), None)
