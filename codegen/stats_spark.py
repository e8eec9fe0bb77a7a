"""A series as a few characters."""

from collections.abc import Iterator

from .stats_store import Column

_BLOCKS = "▁▂▃▄▅▆▇█"
_ASCII = "_.-~=+*#"


def sparkline(column: Column, *, width: int = 16, is_ascii: bool = False) -> str:
    """A series as at most `width` characters, from nothing at the bottom to its highest value.

    Where there are more values, each character stands for the last one of its share of them. A
    share without a value is a space.
    """
    levels = _ASCII if is_ascii else _BLOCKS
    values = list(_thinned(column, width))
    highest = max((value for value in values if value is not None), default=0)
    return "".join(
        " " if value is None else levels[_level(value, highest, len(levels))] for value in values
    )


def _level(value: int, highest: int, levels: int) -> int:
    return min(levels - 1, value * levels // highest) if highest else 0


def _thinned(column: Column, width: int) -> Iterator[int | None]:
    count = min(width, len(column))
    for n in range(count):
        share = column[n * len(column) // count : (n + 1) * len(column) // count]
        yield next((value for value in reversed(share) if value is not None), None)
