"""Suggestions for misspelled names."""

import difflib
from collections.abc import Sequence


def no_such(kind: str, word: str, words: Sequence[str]) -> str:
    """`no family 'lama'; did you mean llama, llava or llasa?`, or all words if none is close."""
    folded = word.casefold().replace("-", "_")
    near = difflib.get_close_matches(folded, words, 3, 0.5)
    near += [w for w in words if folded and w.startswith(folded) and w not in near][: 3 - len(near)]
    if not near:
        return f"no {kind} {word!r}; there are: {', '.join(words)}"
    *most, last = near
    either = f"{', '.join(most)} or {last}" if most else last
    return f"no {kind} {word!r}; did you mean {either}?"
