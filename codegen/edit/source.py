"""Edits of the text of a definition file that leave the rest as it is, above all the comments."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from ..files import read_text
from ..load.source import field_value, makes_meta

_SCHEMA = "codegen.schema"
_PUBLIC = "hubenum.schema"
_SCHEMAS = (_SCHEMA, _PUBLIC)
_COMMA = re.compile(r"(?:[^,#]|#[^\n]*\n)*,")
_LINE_END = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
_ORDER = (
    "org", "base_name", "model_version", "model_sizes", "instruct_tags", "versions", "sizes",
    "tags", "modifier", "quant_types", "quants", "rows", "originals_only", "quant_tags", "name",
    "spelled", "original", "former", "mirrors", "upstream_quants", "is_multimodal", "modality",
    "parameters", "active_parameters", "untagged", "license", "context_length", "constants",
    "revisions", "uploader", "summary",
)  # fmt: skip
"""The order in which calls state the fields of definitions and rows."""

Node = ast.expr | ast.stmt | ast.keyword | ast.alias
Change = tuple[int, int, str]
"""Start, end and the new text between them."""


class UneditableError(Exception):
    """An edit is left to the author; the message gives the reason."""


class SourceEdit:
    """Collects edits of one file; `finished` applies them. Raises SyntaxError if the text is not
    Python."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self.imports: set[str] = set()
        """The names of the schema that the edited text needs."""
        self._starts = list(accumulate(map(len, io.StringIO(text)), initial=0))
        self._fields: dict[ast.Call, dict[str, str | None]] = {}
        self._replaced: dict[Node, str] = {}
        self._changes: list[Change] = []
        self._added: list[Change] = []

    def span(self, node: Node) -> tuple[int, int]:
        """Start and end of a node in the text; `ast` counts columns in bytes of UTF-8."""
        end = self._at(node.end_lineno, node.end_col_offset)
        return self._at(node.lineno, node.col_offset), end

    def _at(self, line: int | None, column: int | None) -> int:
        start = self._starts[(line or 1) - 1]
        content = self.text[start : start + (column or 0)].encode()[:column]
        return start + len(content.decode())

    def segment(self, node: Node) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def assignment(self, name: str) -> ast.Assign | ast.AnnAssign:
        """The top-level statement that assigns a name. Raises UneditableError if there is none."""
        for node in self.tree.body:
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and name in bound(node):
                return node
        raise UneditableError(f"{name} is not assigned at the top of the file")

    def definition(self, name: str) -> ast.Call:
        """The call that makes a definition. Raises UneditableError if it is not a plain call."""
        value = self.assignment(name).value
        if not isinstance(value, ast.Call) or not makes_meta(value):
            raise UneditableError(f"{name} is not written as ModelMeta(...) or OTHER.but(...)")
        return value

    def replace(self, node: Node, text: str) -> None:
        """Replace a node by this text."""
        self._replaced[node] = text

    def set_field(self, call: ast.Call, name: str, value: str | None) -> None:
        """Set a field of a definition or row to this expression; None removes it."""
        self._fields.setdefault(call, {})[name] = value

    def set_list(self, call: ast.Call, name: str, values: Sequence[str | None]) -> None:
        """Set a field to a list of these values, or remove it if there are none. Items that stay
        keep their comments."""
        node = field_value(call, name)
        items = node.elts if isinstance(node, ast.List) else []
        written = [item.value if isinstance(item, ast.Constant) else ... for item in items]
        kept = [value for value in values if value in written]
        if node is None or not kept or kept != [value for value in written if value in values]:
            self.set_field(call, name, repr(list(values)) if values else None)
            return
        place, new = 0, list[tuple[int, str]]()
        for value in values:
            if value in written:
                place = written.index(value) + 1
            else:
                new.append((place, repr(value)))
        self.set_items(node, [i for i, value in enumerate(written) if value not in values], new)

    def set_items(
        self, container: Node, out: Collection[int], new: Iterable[tuple[int, str]]
    ) -> None:
        """Remove the items at the indexes `out` from a list, call or import, and insert new ones,
        each before the item at its index. Items that stay keep their place and their comments."""
        items, end = _items(container), self.span(container)[1]
        close = end - (self.text[end - 1] in ")]")
        added: dict[int, str] = {}
        for index, text in new:
            added[index] = f"{added[index]}, {text}" if index in added else text
        kept = max({*range(len(items))} - {*out}, default=-1)
        if kept >= 0 and "#" not in self.text[(stop := self.span(items[kept])[1]) : close]:
            # One change for all that follows: a left-over comma would make black split the list.
            behind = "".join(f", {added.pop(index)}" for index in sorted(added) if index > kept)
            comma = "," if self._behind_comma(items[-1], close) else ""
            self._changes.append((stop, close, behind + comma))
            out = [index for index in out if index < kept]
        for index in out:
            start, stop = self.span(items[index])
            self._changes.append((start, self._behind_comma(items[index], close) or stop, ""))
        for index, text in added.items():
            if index == 0:
                place = self.span(items[0])[0] if items else close
                self._changes.append((place, place, f"{text}, "))
            else:
                self._insert(text, items[index - 1], close)

    def _insert(self, text: str, after: Node, close: int) -> None:
        """Insert an item after another one and the comment on its line."""
        place, stop = self._behind_comma(after, close), self.span(after)[1]
        if place is None:
            self._changes += [(stop, stop, ","), (close, close, text)]
        elif line_end := _LINE_END.match(self.text, place):
            self._changes.append((line_end.end(), line_end.end(), f"{text},\n"))
        else:
            self._changes.append((place, place, f" {text},"))

    def _behind_comma(self, item: Node, close: int) -> int | None:
        match = _COMMA.match(self.text, self.span(item)[1], close)
        return match and match.end()

    def add_below(self, node: ast.stmt, statement: str) -> None:
        """Add a statement below another one, separated as the one that follows it now."""
        line = node.end_lineno or node.lineno
        below = self.text[self._starts[line] :].partition("\n")[0]
        self.add(line, f"{statement}\n" if below.strip() else f"\n{statement}\n")

    def add(self, line: int, text: str) -> None:
        """Add text after this many lines of the file."""
        place = self._starts[line]
        newline = "\n" if place and self.text[place - 1] != "\n" else ""
        self._added.append((place, place, newline + text))

    def finished(self) -> str:
        """The text with all edits and imports; black formats the statements that changed. Raises
        UneditableError if the edits broke the source or lost a comment."""
        for call, fields in self._fields.items():
            self._state(call, fields)
        self._import()
        replaced = ((*self.span(node), text) for node, text in self._replaced.items())
        changes, done = [*self._changes, *replaced], [*self._added]
        for node in self.tree.body:
            start, end = self._starts[node.lineno - 1], self._starts[node.end_lineno or node.lineno]
            mine = [(a - start, b - start, new) for a, b, new in changes if start <= a and b <= end]
            if mine:
                done.append((start, end, laid_out(_changed(self.text[start:end], mine))))
        text = _changed(self.text, done)
        if _comments(self.text) - _comments(text):
            raise UneditableError("a comment would be lost")
        return text

    def _state(self, call: ast.Call, fields: dict[str, str | None]) -> None:
        """Apply the changed fields of a call; new ones go to their place in the order."""
        stated = [keyword.arg for keyword in call.keywords]
        if call.args or None in stated:
            raise UneditableError("the call has arguments other than named fields")
        out, new = list[int](), list[tuple[int, str]]()
        for name in in_field_order(fields):
            value = fields[name]
            if value is None:
                out += [stated.index(name)] if name in stated else []
            elif name in stated:
                self.replace(call.keywords[stated.index(name)].value, value)
            else:
                smaller = _ORDER[: _ORDER.index(name)]
                places = [i + 1 for i, other in enumerate(stated) if other in smaller]
                new.append((max(places, default=0), f"{name}={value}"))
        if out or new:
            self.set_items(call, out, new)

    def _import(self) -> None:
        """Import the names that the text needs, in alphabetical order."""
        nodes = [n for n in self.tree.body if isinstance(n, ast.ImportFrom) and not n.level]
        nodes = [node for node in nodes if node.module in _SCHEMAS]
        aliases = [alias for node in nodes for alias in node.names]
        here = {alias.name for alias in aliases if alias.asname in (None, alias.name)}
        names = [] if "*" in here else sorted(self.imports - here, key=_import_order)
        if names and nodes:
            orders = [_import_order(alias.name) for alias in nodes[0].names]
            places = [sum(order < _import_order(name) for order in orders) for name in names]
            self.set_items(nodes[0], (), zip(places, names, strict=True))
        elif names:
            has_docstring = ast.get_docstring(self.tree, clean=False) is not None
            place = self._starts[self.tree.body[0].end_lineno or 0] if has_docstring else 0
            rest = self.text[place:].lstrip("\n")
            gaps = "\n" if place else "", "\n" if rest else ""
            end = len(self.text) - len(rest)
            self._added.insert(0, (place, end, import_text(names).join(gaps)))


def import_text(names: Iterable[str], schema: str = _SCHEMA) -> str:
    """The line that imports these names of the schema, a module that has two names."""
    return f"from {schema} import {', '.join(sorted(names, key=_import_order))}\n"


def schema_of(folder: Path) -> str:
    """The name of the schema in the definitions of a folder: the public one if nothing says."""
    texts = (read_text(path) for path in sorted(folder.glob("*.py")))
    return next((_SCHEMA for text in texts if f"from {_SCHEMA} " in text), _PUBLIC)


def laid_out(statement: str) -> str:
    """Format a statement with black. Raises UneditableError if it is not valid Python."""
    import black  # slow to import, and only an edit needs it
    from black.parsing import InvalidInput

    try:
        return black.format_str(statement, mode=black.Mode(line_length=100))
    except InvalidInput:
        raise UneditableError("the edit does not fit the way it is written") from None


def in_field_order(fields: Iterable[str]) -> list[str]:
    """Sort fields of definitions and rows as calls state them."""
    return sorted(fields, key=_ORDER.index)


def bound(node: ast.stmt) -> list[str]:
    """The names that a statement of a module assigns or imports."""
    if isinstance(node, ast.ImportFrom):
        return [alias.asname or alias.name for alias in node.names]
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _items(container: Node) -> Sequence[Node]:
    if isinstance(container, ast.Call):
        return container.keywords
    if isinstance(container, ast.ImportFrom):
        return container.names
    assert isinstance(container, (ast.List, ast.Tuple))
    return container.elts


def _changed(text: str, changes: Iterable[Change]) -> str:
    """The text after these changes; insertions at one place keep their order."""
    result, done = "", 0
    for start, end, new in sorted(changes, key=lambda change: change[:2]):
        if start < done:
            raise UneditableError("two edits overlap")
        result += text[done:start] + new
        done = end
    return result + text[done:]


def _comments(text: str) -> Counter[str]:
    """The comments of a text, counted."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


def _import_order(name: str) -> tuple[int, str]:
    """Sort key for imported names, as isort has them: constants, classes, functions."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name
