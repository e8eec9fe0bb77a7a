"""The text of a file from its bytes, and back: encoding and line ends stay as they are."""

import difflib
import io
import re
import tokenize

from .source import UneditableError

_END = re.compile(r"\r\n|\r|\n")


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a Python file with LF, and its encoding."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    return _END.sub("\n", content.decode(encoding)), encoding


def encoded(content: bytes, text: str, encoding: str) -> bytes:
    """A file with another text: lines that stay keep their line ends, new ones get the most common.

    Raises UneditableError for a character that the encoding lacks.
    """
    before = content.decode(encoding)
    ends = _END.findall(before)
    common = max(("\n", "\r\n", "\r"), key=ends.count)
    old, new = _END.split(before), text.split("\n")
    kept = {
        block.b + i: ends[block.a + i]
        for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for i in range(block.size)
        if block.a + i < len(ends)
    }
    last = len(new) - 1
    lines = (
        line + (kept.get(number, common) if number < last else "")
        for number, line in enumerate(new)
    )
    try:
        return "".join(lines).encode(encoding)
    except UnicodeEncodeError as error:
        raise UneditableError(
            f"the encoding {encoding} has no {error.object[error.start]!r}"
        ) from None
