"""What generated files say, read without importing them: an earlier output, whoever made it."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

READ = ("models.py", "_metadata.py", "_retired.py")
"""The generated files that a snapshot is read from; only the first must be there."""

_HUB = "https://huggingface.co/"
_INTERNAL = ("repo_id", "stem")

Row = Mapping[str, object]
"""What is known of a model, by field: "size" -> "8B"."""


class UnreadableError(Exception):
    """The text is not what a generator wrote: cut off, conflict-marked, or something else."""


@dataclass(frozen=True, slots=True)
class Member:
    """One name of an enum."""

    value: str
    doc: str
    """The docstring under it, "" for none."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A retired name, as the output had it."""

    value: str
    why: str
    since: str
    replacement: str | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The names of one output."""

    models: Mapping[str, Member] = field(default_factory=dict[str, Member])
    families: Mapping[str, Member] = field(default_factory=dict[str, Member])
    quants: Mapping[str, Member] = field(default_factory=dict[str, Member])
    metadata: str = field(default="", repr=False)
    """The text of `_metadata.py`, which takes long to read and is seldom needed."""
    retired: Mapping[str, Gone] = field(default_factory=dict[str, Gone])
    """Names that are no members any more."""
    retired_ids: Mapping[tuple[str, str], str | None] = field(
        default_factory=dict[tuple[str, str], str | None]
    )
    """Every retirement: a name and the id it carried -> the name of the replacement."""
    retired_families: Mapping[str, str] = field(default_factory=dict[str, str])
    """Families without models any more: name -> what it was."""

    @property
    def rows(self) -> Mapping[str, Row]:
        """Metadata by model; empty where the output does not tell it, or is too old to name its
        fields."""
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

    def attributes(self, name: str) -> Row:
        """The attributes of a model, with the id of its original instead of its name."""
        row = {f: value for f, value in self.rows.get(name, {}).items() if f not in _INTERNAL}
        original = self.models.get(str(row.get("original")))
        return {**row, "original": original.value} if original else row


def read_snapshot(files: Mapping[str, str]) -> Snapshot:
    """The names in the text of generated files, by file name (those of READ).

    Raises UnreadableError where `models.py` is missing or no whole generated module. Of the others
    nothing is known if they are missing or broken: names are what matters.
    """
    if "models.py" not in files:
        raise UnreadableError("no models.py")
    try:
        tree = ast.parse(files["models.py"])
    except SyntaxError as error:
        raise UnreadableError(f"line {error.lineno} of models.py: {error.msg}") from None
    except ValueError as error:
        raise UnreadableError(f"models.py: {error}") from None
    enums = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    if "Models" not in enums:
        raise UnreadableError("models.py defines no Models")
    members = {name: dict(_members(node)) for name, node in enums.items()}
    retired = _constants(files.get("_retired.py", ""))
    return Snapshot(
        models=members["Models"],
        families=members.get("Family", {}),
        quants=members.get("QuantType", {}),
        metadata=files.get("_metadata.py", ""),
        retired={n: gone for n, gone in _gone(retired, "Models") if n not in members["Models"]},
        retired_ids={(n, gone.value): gone.replacement for n, gone in _gone(retired, "Models")},
        retired_families={n: gone.why for n, gone in _gone(retired, "Family")},
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
    found: dict[str, object] = {}
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return found
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            target, value = node.target.id, node.value
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            target, value = node.targets[0].id, node.value
        else:
            continue
        try:
            found[target] = ast.literal_eval(value) if value else None
        except ValueError:
            continue
    return found


def _documented_id(member: Member) -> str:
    last = member.doc.rstrip().rpartition("\n")[2].strip()
    return last.removeprefix(_HUB) if last.startswith(_HUB) else member.value


@lru_cache(maxsize=4)
def _rows(text: str) -> dict[str, Row]:
    metadata = _constants(text)
    defaults = {str(name): value for name, value in _items(metadata.get("DEFAULTS"))}
    fields = metadata.get("FIELDS")  # older outputs have rows of values, in this order
    names = [str(name) for name in cast("tuple[object, ...]", fields or ())]
    rows: dict[str, Row] = {}
    for name, row in _items(metadata.get("ROWS")):
        if isinstance(row, dict):
            rows[str(name)] = {**defaults, **cast("dict[str, object]", row)}
        elif names and isinstance(row, tuple):
            values = cast("tuple[object, ...]", row)
            rows[str(name)] = dict(zip(names, values, strict=False))
    return rows


def _gone(retired: Mapping[str, object], enum: str) -> Iterator[tuple[str, Gone]]:
    rows = dict(_items(retired.get("RETIRED"))).get(enum)
    for row in cast("list[object]", rows) if isinstance(rows, list) else []:
        match row:
            case (str(name), str(value), str(why), str(since), str(new) | (None as new)):
                yield name, Gone(value, why, since, new)
            case _:
                pass


def _items(table: object) -> Iterable[tuple[object, object]]:
    return cast("dict[object, object]", table).items() if isinstance(table, dict) else ()
