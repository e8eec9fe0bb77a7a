"""Format generated text with black, whatever `[tool.black]` applies to the folder.

Importing black takes longer than filling all templates, and the templates follow its style already.
So black formats only what needs more than that: members of an enum with quotes or long lines.
"""

import ast
import io
import re
import tokenize
from collections.abc import Mapping
from pathlib import Path

from .literal import WIDTH

# A member with its docstring and the empty line below it, as black leaves them.
_MEMBER = re.compile(
    r"""    [A-Z][A-Z0-9_]* = (?:"[^"\\\n]*"|\(\n        "[^"\\\n]*"\n    \))\n"""
    r'''    """(?! )[^"\\]*[^"\\\s](?:\n    )?"""\n\n''',
    re.ASCII,
)
_ANY_MEMBER = re.compile(r"^    [A-Z][A-Z0-9_]* = ", re.ASCII | re.MULTILINE)
_MARK = "    _LAID_OUT_{} = 0\n\n"

_RUNTIME = Path(__file__).parent / "runtime"
_COPIED = {path.name.replace("package", "__init__") for path in _RUNTIME.iterdir()}
_LAID_OUT = {"_facts.pyi", "_metadata.pyi", "subsets.py", *_COPIED}
"""The files that need no formatting."""


def layout(files: Mapping[str, str]) -> dict[str, str]:
    """The same files, Python ones formatted; one that begins its code with `# fmt: off` stays.

    Raises SyntaxError if one is not Python, before anybody can write it.
    """
    formatted = {name: _formatted(name, text) for name, text in files.items()}
    for name, text in formatted.items():
        if name.endswith((".py", ".pyi")):
            compile(text, name, "exec", dont_inherit=True)
    return formatted


def same_code(old: str, new: str) -> bool:
    """Whether two texts are the same Python except for line breaks and quotes. False if one is not
    Python."""
    try:
        return _without_layout(old) == _without_layout(new)
    except (SyntaxError, ValueError, tokenize.TokenError):
        return False


def _without_layout(text: str) -> tuple[str, list[str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    return ast.dump(ast.parse(text)), comments


def _formatted(name: str, text: str) -> str:
    if not name.endswith((".py", ".pyi")) or name in _LAID_OUT or _is_left_alone(text):
        return text
    rest, runs = _without_members(f"{text}\n")
    if runs and not _ANY_MEMBER.search(rest):
        return text
    pieces, runs = _without_members(text)
    laid_out = _black(pieces, is_pyi=name.endswith(".pyi"))
    for index, run in enumerate(runs):
        laid_out = laid_out.replace(_MARK.format(index), run, 1)
    return laid_out


def _without_members(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each run of members that need no black, and those runs."""
    kept: list[str] = []
    runs: list[str] = []
    end = -1
    for match in _MEMBER.finditer(text):
        if any(len(line) > WIDTH or line != line.rstrip() for line in match[0].split("\n")):
            continue
        if match.start() == end:
            runs[-1] += match[0]
        else:
            kept += [text[max(end, 0) : match.start()], _MARK.format(len(runs))]
            runs.append(match[0])
        end = match.end()
    return "".join([*kept, text[max(end, 0) :]]), runs


def _is_left_alone(text: str) -> bool:
    code = re.search(r"^(?:# fmt: off|[A-Za-z@])", text, re.MULTILINE)
    return code is not None and code[0] == "# fmt: off"


def _black(text: str, *, is_pyi: bool) -> str:
    import black  # takes longer to import than all the rest, and `check` can mostly do without

    return black.format_str(text, mode=black.Mode(line_length=WIDTH, is_pyi=is_pyi))
