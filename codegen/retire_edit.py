"""Write retirements into the source of a definition file, leaving everything else as it is."""

import ast
import io
import tokenize
from collections.abc import Iterable, Sequence
from typing import cast

import black

from .schema import Retired

_MODE = black.Mode(line_length=100)
_IMPORT = "from codegen.schema import Retired\n"
_LAYOUT = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE)
_FIELDS = ("name", "repo_id", "why", "since", "replaced_by")


class UneditableError(Exception):
    """The file says RETIRED in a way that only its author can change; the message says why."""


def entry_lines(entries: Iterable[Retired]) -> str:
    """The entries as they stand within RETIRED, to be pasted there."""
    text = "".join(f"{_call(entry)}," for entry in entries)
    return black.format_str(f"RETIRED = [{text}]", mode=_MODE).partition("\n")[2].rpartition("]")[0]


def new_file(summary: str, entries: Sequence[Retired]) -> str:
    """The definition file of a family of which only retired names are left."""
    docstring = black.format_str(f"'''{_escaped(summary)}'''\n", mode=_MODE)
    return retire_in(docstring, entries) if entries else f"{docstring}\nRETIRED = []\n"


def retire_in(source: str, entries: Sequence[Retired]) -> str:
    """The source of a definition file with these entries at the end of its RETIRED list.

    The list is made where there is none, above the `if __name__ == "__main__":` if the file has
    one; the import of Retired is added. What is not touched stays as it is; the two statements
    that are touched are laid out by black. Raises UneditableError.
    """
    source = _with_entries(source, entries)
    return _with_import(source)


def _with_entries(source: str, entries: Sequence[Retired]) -> str:
    text = "".join(f"{_call(entry)}," for entry in entries)
    tree = ast.parse(source)
    for node in tree.body:
        if not _assigns_retired(node):
            continue
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(
            node.value, ast.List
        ):
            raise UneditableError(f"RETIRED at line {node.lineno} is not written as a list")
        before, statement, after = _cut(source, node)
        return before + _laid_out(_appended(statement, text, "]")) + after
    main = next(filter(_is_main, tree.body), None)
    before, after = _split(source, main.lineno - 1) if main else (source, "")
    gap = "\n" if before.strip() else ""
    rest = f"\n{after}" if after else ""
    return f"{before.rstrip()}\n{gap}{_laid_out(f'RETIRED = [{text}]')}{rest}"


def _with_import(source: str) -> str:
    """The source with Retired imported, in the alphabetical place of that import."""
    tree = ast.parse(source)
    imports = [n for n in tree.body if isinstance(n, ast.ImportFrom) and _is_schema(n)]
    if any(a.name in ("Retired", "*") and a.asname is None for n in imports for a in n.names):
        return source
    if not imports:
        docstring = tree.body[0] if ast.get_docstring(tree, clean=False) is not None else None
        lines = _lines(source)
        start = (docstring.end_lineno or 0) if docstring else 0
        before, after = "".join(lines[:start]), "".join(lines[start:]).lstrip("\n")
        gap = "\n" if before else ""
        return f"{before}{gap}{_IMPORT}\n{after}"
    before, statement, after = _cut(source, imports[0])
    names = cast(ast.ImportFrom, ast.parse(statement).body[0]).names
    following = next((a for a in names if _order(a.name) > _order("Retired")), None)
    if following is None and ")" in statement:
        statement = _appended(statement, "Retired," if "\n" in statement else "Retired", ")")
    elif following is None:
        statement = _inserted(
            statement, names[-1].end_lineno, names[-1].end_col_offset, ", Retired"
        )
    else:
        statement = _inserted(statement, following.lineno, following.col_offset, "Retired, ")
    return before + _laid_out(statement) + after


def _order(name: str) -> tuple[int, str]:
    """Imported names in the order of isort: constants, classes, functions."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name


def _inserted(statement: str, line: int | None, column: int | None, addition: str) -> str:
    """The statement with something inserted at a place as `ast` counts it: in bytes of UTF-8."""
    lines = _lines(statement)
    index = (line or 1) - 1
    content = lines[index].encode()
    lines[index] = (content[:column] + addition.encode() + content[column or 0 :]).decode()
    return "".join(lines)


def _call(entry: Retired) -> str:
    values = ((field, getattr(entry, field)) for field in _FIELDS)
    said = ", ".join(f"{field}={value!r}" for field, value in values if value is not None)
    return f"Retired({said})"


def _laid_out(statement: str) -> str:
    return black.format_str(statement, mode=_MODE)


def _assigns_retired(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
        targets = [node.target]
    else:
        return False
    return any(isinstance(target, ast.Name) and target.id == "RETIRED" for target in targets)


def _is_schema(node: ast.ImportFrom) -> bool:
    return node.module == "codegen.schema" and node.level == 0


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _lines(source: str) -> list[str]:
    """The lines as `ast` counts them: only a line feed ends one."""
    return list(io.StringIO(source))


def _cut(source: str, node: ast.stmt) -> tuple[str, str, str]:
    """The source before a statement of the module, the lines of the statement, and the rest."""
    lines = _lines(source)
    first, last = node.lineno - 1, node.end_lineno or node.lineno
    return "".join(lines[:first]), "".join(lines[first:last]), "".join(lines[last:])


def _split(source: str, line: int) -> tuple[str, str]:
    """The source up to a line, and from it on with the comments that stand right above it."""
    lines = _lines(source)
    while line and lines[line - 1].startswith("#"):
        line -= 1
    return "".join(lines[:line]), "".join(lines[line:])


def _appended(statement: str, text: str, bracket: str) -> str:
    """A list, given with the bracket that closes it, with items added at its end."""
    lines = _lines(statement)
    tokens = tokenize.generate_tokens(io.StringIO(statement).readline)
    written = [token for token in tokens if token.string.strip() and token.type not in _LAYOUT]
    closing = max(i for i, token in enumerate(written) if token.string == bracket)
    last, end = written[closing - 1], written[closing].start
    lines[end[0] - 1] = lines[end[0] - 1][: end[1]] + text + lines[end[0] - 1][end[1] :]
    if last.string not in (",", "[", "("):
        line, column = last.end[0] - 1, last.end[1]
        lines[line] = f"{lines[line][:column]},{lines[line][column:]}"
    return "".join(lines)


def _escaped(text: str) -> str:
    """The text as it stands between three single quotes, which black makes double ones."""
    escaped = text.replace("\\", "\\\\").replace("'''", "\\'\\'\\'")
    ends_bare = escaped.endswith("'") and not escaped.endswith("\\'")
    return f"{escaped[:-1]}\\'" if ends_bare else escaped
