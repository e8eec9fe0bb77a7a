"""Words of messages: counts, the name of this program, and suggestions for misspelled names."""

import sys
from collections.abc import Sequence
from pathlib import Path


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 model`, `1,592 models`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def no_such(kind: str, word: str, words: Sequence[str]) -> str:
    """`no family 'lama'; did you mean llama, llava or llasa?`, or all words if none is close."""
    import difflib  # most commands misspell nothing

    folded = word.casefold().replace("-", "_").replace(" ", "_")
    near = difflib.get_close_matches(folded, words, 3, 0.5)
    near += [w for w in words if folded and w.startswith(folded) and w not in near][: 3 - len(near)]
    if not near:
        return f"no {kind} {word!r}; there are: {', '.join(words)}"
    return f"no {kind} {word!r}; did you mean {either(near)}?"


def either(words: Sequence[str]) -> str:
    """`llama, llava or llasa`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def program() -> str:
    """The name of this program, as it was run."""
    program = Path(sys.argv[0])
    if "hubenum" not in (program.stem, program.parent.name):
        return "python -m codegen"
    return "hubenum" if program.stem == "hubenum" else "python -m hubenum"
