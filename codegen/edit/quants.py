"""How a definition file writes quantisations: by which names, with which lists that it shares."""

import ast
from collections.abc import Mapping, Sequence
from typing import cast

from ..schema import QuantType
from .changes import Change, Source, edit_items
from .text import imported

Quants = tuple[QuantType, ...]

_ORDER = list(QuantType)


def quants(values: Sequence[QuantType]) -> Quants:
    """Quantisations in the order of QuantType, whatever the order in which they are listed."""
    return tuple(sorted(set(values), key=_ORDER.index))


class QuantWriter:
    """Writes quantisations for one statement of a file, and remembers what that has to import."""

    def __init__(self, source: Source, names: Mapping[str, object], line: int) -> None:
        self.needed: list[str] = []
        self._source = source
        self._imported = imported(source.tree)
        self._names = names
        # Lists made above the statement; one of a single quantisation says less than that.
        above = {
            target.id
            for node in source.tree.body
            if isinstance(node, ast.Assign) and node.lineno < line
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self._lists = {
            name: quants(cast("list[QuantType]", value))
            for name, value in names.items()
            if name in above and is_quants(value) and len(cast("list[object]", value)) > 1
        }

    def text(self, wanted: object, hint: ast.expr | None) -> str:
        """A list of quantisations, or None; `hint` is what stood in its place."""
        if wanted is None:
            return "None"
        values = cast("Quants", wanted)
        for name, shared in self._lists.items():
            if shared == values:
                return name
        if isinstance(hint, ast.Name) and hint.id in self._lists:
            base = self._lists[hint.id]
            if set(base) < set(values):
                extra = [self.word(quant) for quant in values if quant not in base]
                return f"[*{hint.id}, {', '.join(extra)}]"
        return f"[{', '.join(map(self.word, values))}]"

    def adapt(self, wanted: object, node: ast.expr) -> list[Change] | None:
        """The changes to a list that is written out, if putting in or taking out is enough."""
        if not isinstance(node, ast.List) or wanted is None:
            return None
        values, written = cast("Quants", wanted), [self._value(item) for item in node.elts]
        has = [quant for item in written for quant in item]
        extra = [quant for quant in values if quant not in has]
        surplus = [i for i, item in enumerate(written) if not set(item) & set(values)]
        unwanted = set(has) - set(values) - {q for i in surplus for q in written[i]}
        if unwanted or len(surplus) == len(written):
            return None
        new: list[tuple[int, str]] = []
        for quant in extra:
            # Shared lists come first, then each quantisation in its order.
            index = sum(
                isinstance(item, ast.Starred) or _ORDER.index(item_values[0]) < _ORDER.index(quant)
                for item, item_values in zip(node.elts, written, strict=True)
            )
            new.append((index, self.word(quant)))
        pairs = [(item, item) for item in node.elts]
        return edit_items(self._source, node, pairs, out=surplus, new=new)

    def word(self, quant: QuantType) -> str:
        """A quantisation as this file calls it."""
        if quant.name in self._imported:
            return self._imported[quant.name]
        if "*" not in self._imported and "QuantType" in self._imported:
            return f"{self._imported['QuantType']}.{quant.name}"
        self.needed.append(quant.name)
        return quant.name

    def _value(self, item: ast.expr) -> Quants:
        inner = item.value if isinstance(item, ast.Starred) else item
        value = evaluate(inner, self._names)
        return (
            quants(cast("list[QuantType]", value)) if is_quants(value) else (QuantType(str(value)),)
        )


def evaluate(node: ast.expr, names: Mapping[str, object]) -> object:
    """What an expression of a definition file stands for; the file was run for these names."""
    return eval(compile(ast.Expression(node), "<definition>", "eval"), dict(names))


def is_quants(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(
        isinstance(item, QuantType) for item in cast("Sequence[object]", value)
    )
