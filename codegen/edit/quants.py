"""How a definition file writes quantizations: their names, and the lists that it shares."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from ..names.quant import quant_order
from ..schema import BUILT_IN, Quant
from .source import SourceEdit, UneditableError, bound

QuantSet = tuple[Quant, ...]
"""Quantizations in the order of the output, without duplicates."""


def in_order(quants: Iterable[Quant]) -> QuantSet:
    """Sort quantizations and drop duplicates."""
    return tuple(sorted(set(quants), key=quant_order))


class QuantWriter:
    """Writes quantizations for one statement of a file, and imports their names."""

    def __init__(self, edit: SourceEdit, names: Mapping[str, object], line: int) -> None:
        self.edit = edit
        self._names = names
        above = {name for node in edit.tree.body if node.lineno < line for name in bound(node)}
        # A list of a single quantization says less than the quantization.
        self._lists = {
            name: in_order(cast("list[Quant]", value))
            for name, value in names.items()
            if name in above and _are_quants(value) and len(cast("list[object]", value)) > 1
        }

    def text(self, quants: QuantSet) -> str:
        """A list of quantizations that uses the largest shared list that fits."""
        fitting = [name for name, shared in self._lists.items() if set(shared) <= set(quants)]
        best = max(fitting, key=lambda name: len(self._lists[name]), default=None)
        if best is None:
            return f"[{', '.join(map(self.word, quants))}]"
        extra = [self.word(quant) for quant in quants if quant not in self._lists[best]]
        return f"[*{best}, {', '.join(extra)}]" if extra else best

    def rewrite(self, node: ast.expr, quants: QuantSet) -> None:
        """Change an expression so that it lists these quantizations."""
        new = self.text(quants)
        if not isinstance(node, ast.List) or new in self._lists:
            has = self._value(node)
            if isinstance(node, ast.Name) and set(has) < set(quants) and new not in self._lists:
                extra = [self.word(quant) for quant in quants if quant not in has]
                new = f"[*{node.id}, {', '.join(extra)}]"
            self.edit.replace(node, new)
            return
        values = [self._value(i.value if isinstance(i, ast.Starred) else i) for i in node.elts]
        out = [i for i, value in enumerate(values) if not set(value) & set(quants)]
        kept = {quant for i, value in enumerate(values) if i not in out for quant in value}
        if not kept or kept - set(quants):
            self.edit.replace(node, new)
            return
        added: list[tuple[int, str]] = []
        for quant in quants:
            if quant not in kept:
                # Shared lists come first, then each quantization in its order.
                index = sum(
                    isinstance(item, ast.Starred) or quant_order(v[0]) < quant_order(quant)
                    for item, v in zip(node.elts, values, strict=True)
                )
                added.append((index, self.word(quant)))
        self.edit.set_items(node, out, added)

    def value(self, value: object) -> str:
        """The value of any field as source."""
        if isinstance(value, Quant):
            return self.word(value)
        if isinstance(value, (list, tuple)):
            return f"[{', '.join(map(self.value, cast('list[object]', value)))}]"
        if isinstance(value, Mapping):
            items = cast("Mapping[object, object]", value).items()
            return f"{{{', '.join(f'{self.value(k)}: {self.value(v)}' for k, v in items)}}}"
        return repr(value)

    def word(self, quant: Quant) -> str:
        """The name of a quantization in this file. Raises UneditableError if it has none."""
        own = (name for name, value in self._names.items() if value == quant)
        if (name := next(own, None)) is not None:
            return name
        if quant not in BUILT_IN:
            raise UneditableError(f"the file does not import {quant.name}, the project's own")
        self.edit.imports.add(quant.name)
        return quant.name

    def _value(self, node: ast.expr) -> QuantSet:
        """The quantizations that an expression evaluates to, with the names that the file
        defined."""
        code = compile(ast.Expression(node), "<definition>", "eval")
        value: object = eval(code, dict(self._names))
        return in_order(
            cast("list[Quant]", value) if _are_quants(value) else [cast("Quant", value)]
        )


def _are_quants(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(
        isinstance(item, Quant) for item in cast("Sequence[object]", value)
    )
