"""The statements of a definition file as text, and what it imports."""

import ast
import io
import tokenize
from typing import cast

_SCHEMA = "codegen.schema"
_SCHEMAS = (_SCHEMA, "hubenum.schema")


class UneditableError(Exception):
    """The file says something in a way that only its author can change; the message says why."""


def lines(source: str) -> list[str]:
    """The lines as `ast` counts them: only a line feed ends one."""
    return list(io.StringIO(source))


def cut(source: str, node: ast.stmt) -> tuple[str, str, str]:
    """The source before a statement of the module, the lines of the statement, and the rest."""
    rows = lines(source)
    first, last = node.lineno - 1, node.end_lineno or node.lineno
    return "".join(rows[:first]), "".join(rows[first:last]), "".join(rows[last:])


def laid_out(statement: str) -> str:
    """A statement as black lays it out. Raises SyntaxError if it is not valid Python."""
    import black  # slow to import, and only an edit needs it
    from black.parsing import InvalidInput

    try:
        return black.format_str(statement, mode=black.Mode(line_length=100))
    except InvalidInput as error:
        raise SyntaxError(str(error)) from None


def appended(statement: str, text: str, bracket: str) -> str:
    """A list, given with the bracket that closes it, with items added at its end."""
    rows = lines(statement)
    layout = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE)
    tokens = tokenize.generate_tokens(io.StringIO(statement).readline)
    written = [token for token in tokens if token.string.strip() and token.type not in layout]
    closing = max(i for i, token in enumerate(written) if token.string == bracket)
    last, end = written[closing - 1], written[closing].start
    rows[end[0] - 1] = rows[end[0] - 1][: end[1]] + text + rows[end[0] - 1][end[1] :]
    if last.string not in (",", "[", "("):
        line, column = last.end[0] - 1, last.end[1]
        rows[line] = f"{rows[line][:column]},{rows[line][column:]}"
    return "".join(rows)


def imported(tree: ast.Module) -> dict[str, str]:
    """What a module imports from the schema: its name there to its name here; "*" for all."""
    return {
        alias.name: alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and _is_schema(node)
        for alias in node.names
    }


def with_import(text: str, name: str) -> str:
    """The text with a name of the schema imported, in the alphabetical place of that import."""
    tree = ast.parse(text)
    if {"*", name} & {there for there, here in imported(tree).items() if there == here}:
        return text
    imports = [n for n in tree.body if isinstance(n, ast.ImportFrom) and _is_schema(n)]
    if not imports:
        docstring = tree.body[0] if ast.get_docstring(tree, clean=False) is not None else None
        rows = lines(text)
        start = (docstring.end_lineno or 0) if docstring else 0
        before, after = "".join(rows[:start]), "".join(rows[start:]).lstrip("\n")
        gap = "\n" if before else ""
        return f"{before}{gap}from {_SCHEMA} import {name}\n\n{after}"
    before, statement, after = cut(text, imports[0])
    names = cast("ast.ImportFrom", ast.parse(statement).body[0]).names
    following = next((a for a in names if _order(a.name) > _order(name)), None)
    if following is None and ")" in statement:
        statement = appended(statement, f"{name}," if "\n" in statement else name, ")")
    elif following is None:
        statement = _inserted(
            statement, names[-1].end_lineno, names[-1].end_col_offset, f", {name}"
        )
    else:
        statement = _inserted(statement, following.lineno, following.col_offset, f"{name}, ")
    return before + laid_out(statement) + after


def _inserted(statement: str, line: int | None, column: int | None, addition: str) -> str:
    """The statement with something inserted at a place as `ast` counts it: in bytes of UTF-8."""
    rows = lines(statement)
    index = (line or 1) - 1
    content = rows[index].encode()
    rows[index] = (content[:column] + addition.encode() + content[column or 0 :]).decode()
    return "".join(rows)


def _order(name: str) -> tuple[int, str]:
    """Imported names in the order of isort: constants, classes, functions."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name


def _is_schema(node: ast.ImportFrom) -> bool:
    return node.module in _SCHEMAS and node.level == 0
