"""Retired names, added to the source of a definition file."""

import ast
import io
from collections.abc import Iterable, Sequence
from dataclasses import fields

from ..schema import Retired
from .source import SourceEdit, UneditableError, bound, import_text, laid_out


def entry_lines(entries: Iterable[Retired]) -> str:
    """The entries as lines to paste into RETIRED."""
    return _list_of(entries).partition("\n")[2].rpartition("]")[0]


def new_file(summary: str, entries: Sequence[Retired], schema: str) -> str:
    """The definition file of a family that has only retired names left.

    `schema` is the name of the module that it imports.
    """
    docstring = laid_out(f"'''{_escaped(summary)}'''\n")
    if not entries:
        return f"{docstring}\nRETIRED = []\n"
    return f"{docstring}\n{import_text(['Retired'], schema)}\n{_list_of(entries)}"


def retire_in(source: str, entries: Sequence[Retired]) -> str:
    """The source of a definition file with these entries at the end of its RETIRED list.

    Without a list, one is added above `if __name__ == "__main__":` or at the end. Raises
    UneditableError if it is not written as a list.
    """
    edit = SourceEdit(source)
    edit.imports.add("Retired")
    node = next((node for node in edit.tree.body if "RETIRED" in bound(node)), None)
    if node is None:
        _add_list(edit, _list_of(entries))
    elif not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(node.value, ast.List):
        raise UneditableError(f"RETIRED at line {node.lineno} is not written as a list")
    else:
        end = len(node.value.elts)
        edit.set_items(node.value, (), [(end, _call(entry)) for entry in entries])
    return edit.finished()


def _add_list(edit: SourceEdit, statement: str) -> None:
    """Add a statement above `if __name__` and its comments, or at the end."""
    rows = [*io.StringIO(edit.text)]
    main = (
        n for n in edit.tree.body if isinstance(n, ast.If) and "__name__" in ast.unparse(n.test)
    )
    line = next((node.lineno - 1 for node in main), len(rows))
    end = "\n" if line < len(rows) else ""
    while end and line and rows[line - 1].startswith("#"):
        line -= 1
    gap = "\n" if line and rows[line - 1].strip() else ""
    edit.add(line, gap + statement + end)


def _list_of(entries: Iterable[Retired]) -> str:
    return laid_out(f"RETIRED = [{', '.join(map(_call, entries))},]")


def _call(entry: Retired) -> str:
    names = [field.name for field in fields(Retired) if field.init]
    values = ((name, getattr(entry, name)) for name in names)
    return (
        f"Retired({', '.join(f'{name}={value!r}' for name, value in values if value is not None)})"
    )


def _escaped(text: str) -> str:
    """The text escaped for three single quotes, which black turns into double quotes."""
    escaped = text.replace("\\", "\\\\").replace("'''", "\\'\\'\\'")
    ends_bare = escaped.endswith("'") and not escaped.endswith("\\'")
    return f"{escaped[:-1]}\\'" if ends_bare else escaped
