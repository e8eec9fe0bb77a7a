"""Edits to the source of a definition file: what is not edited stays as it is, comments above all.

An edit is a list of changes to the text, found by way of its syntax tree; the statements that it
touches are laid out by black afterwards.
"""

import ast
import io
import tokenize
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from ..load.source import makes_meta
from .text import UneditableError, cut, laid_out, lines, with_import

Change = tuple[int, int, str]
"""From where to where in the text, and what is to stand there."""

_ORDER = (
    "org", "base_name", "model_version", "model_sizes", "instruct_tags", "versions", "sizes",
    "tags", "modifier", "quant_types", "quants", "rows", "originals_only", "quant_tags", "name",
    "spelled", "original", "former", "mirrors", "upstream_quants", "is_multimodal", "modality",
    "parameters", "active_parameters", "untagged", "license", "context_length", "constants",
    "revisions", "uploader", "summary",
)  # fmt: skip
"""The fields of definitions and rows in the order in which a call states them."""


def in_field_order(fields: Iterable[str]) -> list[str]:
    """Fields of a definition or row in the order in which a call states them."""
    return sorted(fields, key=_ORDER.index)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a definition file with its syntax tree. Raises SyntaxError for no Python."""

    text: str
    tree: ast.Module = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        for line in lines(self.text):
            starts.append(starts[-1] + len(line))
        object.__setattr__(self, "tree", ast.parse(self.text))
        object.__setattr__(self, "_starts", starts)

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where a node begins and ends in the text."""
        last, end = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._at(node.lineno, node.col_offset), self._at(last, end)

    def segment(self, node: ast.expr | ast.stmt) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def _at(self, line: int, column: int) -> int:
        """`ast` counts columns in bytes of UTF-8."""
        start = self._starts[line - 1]
        content = self.text[start : start + column].encode()[:column]
        return start + len(content.decode())


def change(text: str, changes: Iterable[Change]) -> str:
    """The text with changes made; several insertions at one place keep their order."""
    result, done = "", 0
    for start, end, new in sorted(changes, key=lambda c: c[:2]):
        if start < done:
            raise UneditableError("two edits of the same place")
        result += text[done:start] + new
        done = end
    return result + text[done:]


Items = Sequence[tuple[ast.expr, ast.expr]]
"""The items of a list, tuple, dict or call, in order: the first and the last node of each."""


def edit_items(
    source: Source,
    container: ast.expr,
    items: Items,
    *,
    out: Collection[int] = (),
    new: Sequence[tuple[int, str]] = (),
    within: Sequence[Change] = (),
) -> list[Change]:
    """The changes that take the items of these indexes out of a list, tuple or dict, put new ones
    in, each before the one of its index, and change others `within`.

    What stays keeps its place and its comments. Some item must stay.
    """
    (start, end), text = source.span(container), source.text
    if not out:
        return [*within, *(_insertion(source, container, items, i, item) for i, item in new)]
    spans = [(source.span(first)[0], source.span(last)[1]) for first, last in items]
    if "#" in text[start:end]:
        insertions = [_insertion(source, container, items, i, item) for i, item in new]
        return [*within, *(_removal(text, spans[i], end - 1) for i in sorted(out)), *insertions]
    written: list[str] = []
    for index in range(len(items) + 1):
        written += [item for i, item in new if i == index]
        if index < len(items) and index not in out:
            a, b = spans[index]
            inside = [(c - a, d - a, said) for c, d, said in within if a <= c and d <= b]
            written.append(change(text[a:b], inside))
    comma = "," if _comma(text, spans[-1][1], end - 1) is not None else ""
    return [(start, end, f"{text[start]}{', '.join(written)}{comma}{text[end - 1]}")]


def _removal(text: str, span: tuple[int, int], close: int) -> Change:
    comma = _comma(text, span[1], close)
    return span[0], span[1] if comma is None else comma + 1, ""


def _insertion(source: Source, container: ast.expr, items: Items, index: int, new: str) -> Change:
    """A new item goes below the comment that follows the item before it."""
    text, end = source.text, source.span(container)[1]
    if index == 0:
        # A call has its items behind its function.
        place = source.span(items[0][0])[0] if items else end - 1
        return place, place, f"{new}, "
    after = source.span(items[index - 1][1])[1]
    comma = _comma(text, after, end - 1)
    if comma is None:
        if "#" in text[after : end - 1]:
            raise UneditableError("a comment stands where an item has to be added")
        place = after + len(text[after : end - 1].rstrip())
        return place, place, f", {new}"
    newline = text.find("\n", comma)
    rest = text[comma + 1 : newline] if 0 <= newline < end else "x"
    if rest.strip() and not rest.strip().startswith("#"):
        return comma + 1, comma + 1, f" {new},"
    return newline + 1, newline + 1, f"{new},\n"


def set_field(source: Source, call: ast.Call, name: str, value: str | None) -> list[Change]:
    """The changes that state a field of a definition as this expression; None: not any more."""
    stated = [k for k in call.keywords if k.arg is not None]
    if any(k.arg is None for k in call.keywords) or call.args:
        raise UneditableError("the call takes more than named fields")
    for keyword in stated:
        if keyword.arg != name:
            continue
        if value is not None:
            return [(*source.span(keyword.value), value)]
        return [_removal(source.text, _keyword_span(source, keyword), source.span(call)[1] - 1)]
    if value is None:
        return []
    smaller = _ORDER[: _ORDER.index(name)]
    index = max((i + 1 for i, k in enumerate(stated) if k.arg in smaller), default=0)
    pairs = [(cast("ast.expr", k), k.value) for k in stated]
    return [_insertion(source, call, pairs, index, f"{name}={value}")]


def set_list(
    source: Source, call: ast.Call, name: str, values: Sequence[str | None]
) -> list[Change]:
    """The changes that make a field hold these strings, in this order."""
    keyword, new = keyword_of(call, name), repr(list(values))
    items = keyword.value.elts if keyword and isinstance(keyword.value, ast.List) else []
    written = [item.value if isinstance(item, ast.Constant) else ... for item in items]
    kept = [value for value in values if value in written]
    if not kept or kept != [value for value in written if value in values]:
        return set_field(source, call, name, new)
    out = [index for index, value in enumerate(written) if value not in values]
    added: list[tuple[int, str]] = []
    place = 0
    for value in values:
        if value in written:
            place = written.index(value) + 1
        else:
            added.append((place, repr(value)))
    pairs = [(item, item) for item in items]
    assert keyword is not None
    return edit_items(source, keyword.value, pairs, out=out, new=added)


def keyword_of(call: ast.Call, name: str) -> ast.keyword | None:
    """The argument of a call of this name, if it has one."""
    return next((keyword for keyword in call.keywords if keyword.arg == name), None)


def _keyword_span(source: Source, keyword: ast.keyword) -> tuple[int, int]:
    return source.span(cast("ast.expr", keyword))


def add_statement(source: Source, after: ast.stmt, statement: str) -> Change:
    """A change that adds a statement below another one, with a line between the two if there is
    one below that already."""
    start = source.span(after)[1]
    newline = source.text.find("\n", start)
    place = len(source.text) if newline < 0 else newline + 1
    below = source.text[place:].partition("\n")[0]
    gap = "" if below.strip() else "\n"
    return place, place, f"{gap if newline >= 0 else chr(10) + gap}{statement}\n"


def finish(before: str, after: str, touched: Collection[str], imports: Iterable[str] = ()) -> str:
    """The edited text with the statements laid out that assign the names in `touched`, and with
    what it needs imported.

    Raises UneditableError where the edits broke it or lost a comment.
    """
    for name in touched:
        try:
            tree = ast.parse(after)
            node = find_assignment(tree, name)
            start, statement, rest = cut(after, node)
            after = start + laid_out(statement) + rest
        except SyntaxError:
            raise UneditableError("it is written in a way that this edit does not fit") from None
    for name in imports:
        after = with_import(after, name)
    if comments(before) - comments(after):
        raise UneditableError("a comment would be lost")
    return after


def find_assignment(tree: ast.Module, name: str) -> ast.stmt:
    """The statement of a module that assigns a name. Raises UneditableError if there is none."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return node
    raise UneditableError(f"{name} is not assigned at the top of the file")


def find_meta(source: Source, name: str) -> tuple[ast.Call, int]:
    """The call that makes a definition, and its line. Raises UneditableError."""
    node = find_assignment(source.tree, name)
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    if not isinstance(value, ast.Call) or not makes_meta(value):
        raise UneditableError(f"{name} is not written as ModelMeta(...) or OTHER.but(...)")
    return value, node.lineno


def comments(text: str) -> Counter[str]:
    """The comments of a text, each as often as it stands there."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


def _comma(text: str, start: int, end: int) -> int | None:
    """Where the first comma is that is in no comment."""
    while start < end:
        if text[start] == "#":
            start = text.find("\n", start) % (end + 1)
        elif text[start] == ",":
            return start
        start += 1
    return None
