"""Text from outside (the Hub, a lock file, git), made safe to print on a terminal or in a log."""

import re

_SECRETS: set[str] = set()
_TOKEN = re.compile(r"\bhf_\w{8,}", re.ASCII)
_COMMAND = re.compile(r"^(\s*)::|##\[")
"""What a CI runner takes as a command: "::error::" at the start of a line, "##[error]" anywhere."""


def hide(secret: str) -> None:
    """Remember a secret of this process: `redacted` and `printable` leave it out from now on."""
    if secret:
        _SECRETS.add(secret)


def redacted(text: str) -> str:
    """Return the text without secrets: those given to `hide`, and anything like a token."""
    for secret in _SECRETS:
        text = text.replace(secret, "[token]")
    return _TOKEN.sub("[token]", text)


def printable(value: object, limit: int = 200) -> str:
    """Return a value as one line of at most `limit` characters, without secrets.

    Control characters, line breaks, text direction marks and lone surrogates are escaped, and a
    CI runner finds no command in the line.
    """
    text = str(value)[: 1000 * limit]  # far beyond what is shown: no secret is shown in part
    text = _COMMAND.sub(r"\1[command]", redacted(text).strip())
    text = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def printable_lines(text: str) -> str:
    """Return a text of several lines, each printable and indented as it was."""
    lines = ((line, line.lstrip(" ")) for line in text.split("\n"))
    return "\n".join(" " * (len(line) - len(bare)) + printable(bare, 2000) for line, bare in lines)
