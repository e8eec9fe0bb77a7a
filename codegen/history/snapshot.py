"""Read the names in generated files without importing them."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

READ = ("models.py", "_metadata.py", "_retired.py")
"""The generated files that an Output is read from. Only the first is required."""

_HUB = "https://huggingface.co/"
_INTERNAL = ("repo_id", "stem")

Metadata = Mapping[str, object]
"""The metadata of a model, by field: "size" -> "8B"."""


class UnreadableError(Exception):
    """The text is not a whole generated module: it is cut off, or has conflict markers."""


@dataclass(frozen=True, slots=True)
class Member:
    """One name of an enum."""

    value: str
    doc: str
    """The docstring under it, "" for none."""


Retirements = Mapping[tuple[str, str], tuple[str, str | None]]
"""A name and the value it had -> why it was retired, and the name that replaces it, if any."""


@dataclass(frozen=True, slots=True)
class Output:
    """The names that one version of the generated package has."""

    enums: Mapping[str, Mapping[str, Member]]
    """The members of each enum, by name."""
    retired: Mapping[str, Retirements]
    """The retired names of each enum, including those that are in use again."""
    metadata: str = field(repr=False)
    """The text of `_metadata.py`, which is parsed only if needed."""

    def members(self, enum: str) -> Mapping[str, Member]:
        """The members of an enum; none if the output does not have it."""
        return self.enums.get(enum, {})

    @property
    def models(self) -> Mapping[str, Member]:
        """The members of `Models`."""
        return self.enums["Models"]

    @property
    def rows(self) -> Mapping[str, Metadata]:
        """Metadata by model; empty if the output has none or does not name its fields."""
        return _rows(self.metadata)

    @property
    def repo_ids(self) -> Mapping[str, str]:
        """The id that each model was generated with, even if somebody has edited its value since.

        Older outputs state it in the last line of a docstring only.
        """
        return {
            name: str(self.rows.get(name, {}).get("repo_id") or _documented_id(member))
            for name, member in self.models.items()
        }

    def attributes(self, name: str) -> Metadata:
        """The attributes of a model, with the id of its original instead of its name."""
        row = {f: value for f, value in self.rows.get(name, {}).items() if f not in _INTERNAL}
        original = self.models.get(str(row.get("original")))
        return {**row, "original": original.value} if original else row


def read_output(files: Mapping[str, str]) -> Output:
    """The names in generated files, given by file name (those of READ).

    Raises UnreadableError if `models.py` is missing or is no whole generated module. The other
    files are optional: if one is missing or broken, its part is empty.
    """
    if "models.py" not in files:
        raise UnreadableError("no models.py")
    try:
        tree = ast.parse(files["models.py"])
    except SyntaxError as error:
        where = f"line {error.lineno} of " if error.lineno else ""
        raise UnreadableError(f"{where}models.py: {error.msg}") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError(f"models.py: {str(error) or 'nested too deeply'}") from None
    enums = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    if "Models" not in enums:
        raise UnreadableError("models.py defines no Models")
    table = _constants(files.get("_retired.py", "")).get("RETIRED")
    return Output(
        {name: dict(_members(node)) for name, node in enums.items()},
        {str(enum): dict(_retirements(rows)) for enum, rows in _items(table)},
        files.get("_metadata.py", ""),
    )


def _members(enum: ast.ClassDef) -> Iterator[tuple[str, Member]]:
    """The assignments of strings in a class body, each with the docstring under it."""
    for index, node in enumerate(enum.body):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                doc = ""
                match enum.body[index + 1 : index + 2]:
                    case [ast.Expr(value=ast.Constant(value=str(text)))]:
                        doc = text
                    case _:
                        pass
                yield name, Member(value, doc)
            case _:
                pass


def _constants(text: str) -> dict[str, object]:
    """The literals that a module assigns to names; none if it is broken."""
    constants: dict[str, object] = {}
    try:
        for node in ast.parse(text).body:
            match node:
                case ast.AnnAssign(
                    target=ast.Name(id=name), value=ast.expr() as value
                ) | ast.Assign(targets=[ast.Name(id=name)], value=value):
                    with suppress(ValueError):
                        constants[name] = ast.literal_eval(value)
                case _:
                    pass
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return {}
    return constants


def _documented_id(member: Member) -> str:
    last = member.doc.rstrip().rpartition("\n")[2].strip()
    return last.removeprefix(_HUB) if last.startswith(_HUB) else member.value


@lru_cache(maxsize=4)
def _rows(text: str) -> dict[str, Metadata]:
    metadata = _constants(text)
    defaults = {str(name): value for name, value in _items(metadata.get("DEFAULTS"))}
    fields = metadata.get("FIELDS")  # older outputs have rows of values, in this order
    names = [str(name) for name in cast("tuple[object, ...]", fields or ())]
    rows: dict[str, Metadata] = {}
    for name, row in _items(metadata.get("ROWS")):
        if isinstance(row, dict):
            rows[str(name)] = {**defaults, **cast("dict[str, object]", row)}
        elif names and isinstance(row, tuple):
            values = cast("tuple[object, ...]", row)
            rows[str(name)] = dict(zip(names, values, strict=False))
    return rows


def _retirements(rows: object) -> Iterator[tuple[tuple[str, str], tuple[str, str | None]]]:
    for row in cast("list[object]", rows) if isinstance(rows, list) else []:
        match row:
            case (str(name), str(value), str(why), str(), str(new) | (None as new)):
                yield (name, value), (why, new)
            case _:
                pass


def _items(table: object) -> Iterable[tuple[object, object]]:
    return cast("dict[object, object]", table).items() if isinstance(table, dict) else ()
