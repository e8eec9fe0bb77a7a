"""Write retirements into the source of a definition file, leaving everything else as it is."""

import ast
from collections.abc import Iterable, Sequence

from ..schema import Retired
from .text import UneditableError, appended, cut, laid_out, lines, with_import

_FIELDS = ("name", "repo_id", "why", "since", "replaced_by")


def entry_lines(entries: Iterable[Retired]) -> str:
    """The entries as they stand within RETIRED, to be pasted there."""
    text = "".join(f"{_call(entry)}," for entry in entries)
    return laid_out(f"RETIRED = [{text}]").partition("\n")[2].rpartition("]")[0]


def new_file(summary: str, entries: Sequence[Retired]) -> str:
    """The definition file of a family of which only retired names are left."""
    docstring = laid_out(f"'''{_escaped(summary)}'''\n")
    return retire_in(docstring, entries) if entries else f"{docstring}\nRETIRED = []\n"


def retire_in(source: str, entries: Sequence[Retired]) -> str:
    """The source of a definition file with these entries at the end of its RETIRED list.

    The list is made where there is none, above the `if __name__ == "__main__":` if the file has
    one; the import of Retired is added. What is not touched stays as it is; the two statements
    that are touched are laid out by black. Raises UneditableError.
    """
    return with_import(_with_entries(source, entries), "Retired")


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
        before, statement, after = cut(source, node)
        return before + laid_out(appended(statement, text, "]")) + after
    main = next(filter(_is_main, tree.body), None)
    before, after = _split(source, main.lineno - 1) if main else (source, "")
    gap = "\n" if before.strip() else ""
    rest = f"\n{after}" if after else ""
    return f"{before.rstrip()}\n{gap}{laid_out(f'RETIRED = [{text}]')}{rest}"


def _call(entry: Retired) -> str:
    values = ((field, getattr(entry, field)) for field in _FIELDS)
    said = ", ".join(f"{field}={value!r}" for field, value in values if value is not None)
    return f"Retired({said})"


def _assigns_retired(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
        targets = [node.target]
    else:
        return False
    return any(isinstance(target, ast.Name) and target.id == "RETIRED" for target in targets)


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _split(source: str, line: int) -> tuple[str, str]:
    """The source up to a line, and from it on with the comments that stand right above it."""
    rows = lines(source)
    while line and rows[line - 1].startswith("#"):
        line -= 1
    return "".join(rows[:line]), "".join(rows[line:])


def _escaped(text: str) -> str:
    """The text as it stands between three single quotes, which black makes double ones."""
    escaped = text.replace("\\", "\\\\").replace("'''", "\\'\\'\\'")
    ends_bare = escaped.endswith("'") and not escaped.endswith("\\'")
    return f"{escaped[:-1]}\\'" if ends_bare else escaped
