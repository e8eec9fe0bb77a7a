"""A series as a few characters."""

from .store import Counts

_BLOCKS = "▁▂▃▄▅▆▇█"
_ASCII = "_.-~=+*#"
_WIDTH = 16


def sparkline(column: Counts, *, is_ascii: bool = False) -> str:
    """A series as at most 16 characters; the highest character is its highest value.

    The lowest character is its lowest value or half its highest, whichever is less, so that a small
    change looks small. If there are more values than characters, each character shows the last
    value of its share of them; a share without a value is a space.
    """
    levels = _ASCII if is_ascii else _BLOCKS
    count = min(_WIDTH, len(column))
    shares = [
        column[n * len(column) // count : (n + 1) * len(column) // count] for n in range(count)
    ]
    values = [next((v for v in reversed(share) if v is not None), None) for share in shares]
    numbers = [value for value in values if value is not None] or [0]
    bottom = min(min(numbers), max(numbers) // 2)
    step = (max(numbers) - bottom) / (len(levels) - 1) or 1
    return "".join(" " if v is None else levels[round((v - bottom) / step)] for v in values)
