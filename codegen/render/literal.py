"""Python source that reads back as a given value: literals, assignments, docstrings, comments."""

import textwrap
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import cast

WIDTH = 100
"""Columns of a line of generated code."""

_INDENT = " " * 4


def literal(value: object) -> str:
    """A literal of a scalar, tuple, list or dict, with strings quoted as black quotes them."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        pairs = cast("dict[object, object]", value).items()
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in pairs)}}}"
    if isinstance(value, list | tuple):
        items = ", ".join(map(literal, cast("Sequence[object]", value)))
        if isinstance(value, list):
            return f"[{items}]"
        return f"({items},)" if len(cast("Sequence[object]", value)) == 1 else f"({items})"
    return repr(value)


@lru_cache(maxsize=4096)
def _string(value: str) -> str:
    text = repr(value)
    return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in text else text


def literals(values: Sequence[object], levels: int = 0) -> str:
    """The inside of `Literal[...]` at a level of indentation, one value a line."""
    if len(values) < 2:
        return literal(values[0] if values else None)
    indent = "\n" + _INDENT * levels
    return "".join(f"{indent}{_INDENT}{literal(value)}," for value in values) + indent


def assignment(name: str, value: str) -> str:
    """The assignment of a string in a class body, on three lines if it is too long for one."""
    line = f"{name} = {literal(value)}"
    if len(_INDENT) + len(line) <= WIDTH:
        return line
    return f"{name} = (\n{_INDENT * 2}{literal(value)}\n{_INDENT})"


def docstring(paragraphs: Iterable[str], levels: int = 1) -> str:
    """A docstring at a level of indentation: the paragraphs, wrapped, with empty lines between."""
    indent = _INDENT * levels
    width = WIDTH - len(indent) - 3
    text = "\n\n".join(_escaped(_wrapped(paragraph, width)) for paragraph in paragraphs)
    if "\n" not in text and not text.endswith('"'):
        return f'"""{text}"""'
    return f'"""{textwrap.indent(text, indent)[len(indent) :]}\n{indent}"""'


def comment(text: str) -> str:
    """A comment of one line."""
    return f"# {_printable(' '.join(text.split()))}"


def _wrapped(paragraph: str, width: int) -> str:
    if len(paragraph) <= width and paragraph.isprintable() and paragraph == paragraph.strip():
        return paragraph
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str) -> str:
    """The text as it stands between triple quotes."""
    return _printable(text.replace("\\", "\\\\")).replace('"""', '\\"\\"\\"')


def _printable(text: str) -> str:
    """The text with every character escaped that is neither printable nor a line break."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)
