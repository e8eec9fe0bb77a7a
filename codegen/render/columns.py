"""What the generated package knows of a model: the one table that all else is made from.

A field that is added here is a column of `_metadata.py`, a key of `Row` in its stub and, unless it
is internal, an attribute of every member. Its value is the attribute of that name of
`codegen.models.model.Model`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..models.model import Model

Row = dict[str, object]
"""What `_metadata.py` says of a model: values by name of column, without those that are absent."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a model."""

    name: str
    """Its name, in the table and as an attribute."""
    type: str
    """The type of the value in the table: "str", "bool | None"."""
    doc: str
    """One sentence on the attribute."""
    enum: str = ""
    """The enum that the value names a member of: "Family"."""
    is_attribute: bool = True
    """Whether members have it as an attribute made from this table."""

    @property
    def default(self) -> bool | None:
        """The value that a row leaves out: None, or False where None cannot be."""
        return False if self.type == "bool" else None

    @property
    def is_required(self) -> bool:
        """Whether every row has it."""
        return self.type != "bool" and not self.type.endswith("| None")

    @property
    def stub(self) -> str:
        """The annotation of its key in the stub of `Row`."""
        present = self.type.removesuffix(" | None")
        return present if self.is_required else f"NotRequired[{present}]"


COLUMNS = (
    Column("repo_id", "str", "The path, as it was generated.", is_attribute=False),
    Column("family", "str", "The line of models it belongs to: `Family.LLAMA`.", "Family"),
    Column(
        "base_name",
        "str",
        'The name of the model without version, size and the rest: "Llama".',
    ),
    Column("version", "str | None", 'The version as the path spells it: "3.1".'),
    Column("size", "str | None", 'The size as the path spells it: "8B".'),
    Column(
        "instruct_tag",
        "str | None",
        'What it was tuned for, as the path spells it: "Instruct"; None for a base model.',
    ),
    Column(
        "modifier",
        "str | None",
        'What sets it apart from the plain upload of the same model: "128K".',
    ),
    Column(
        "quant_type",
        "str",
        "How it is quantised; `QuantType.NONE` if it is not.",
        "QuantType",
    ),
    Column("is_multimodal", "bool", "Whether it takes or gives more than text."),
    Column(
        "modality",
        "str",
        'What it is for: "text", "vision", "speech", "code", "embedding" and so on.',
    ),
    Column(
        "original",
        "str | None",
        "The publisher's own repo of this model; None if this is it, or if there is none.",
        "Models",
    ),
    Column("is_original", "bool", "Whether this is a repo of the publisher's own."),
    Column("is_mirror", "bool", "Whether this is a copy of the original that somebody else holds."),
    Column("stem", "str", "The path without quantization and modifier.", is_attribute=False),
    Column("parameters", "int | None", "The number of parameters, as far as the size tells."),
    Column(
        "active_parameters",
        "int | None",
        "The number of parameters that work on one token, as far as the size tells.",
    ),
    Column("summary", "str | None", "A line on the model, where its definition has one."),
)


def row(model: Model, constants: Mapping[str, str]) -> Row:
    """The row of a model; `constants` are the names of all models by repo id."""
    values = {column.name: _value(column, model, constants) for column in COLUMNS}
    return {
        column.name: values[column.name]
        for column in COLUMNS
        if values[column.name] is not column.default
    }


def _value(column: Column, model: Model, constants: Mapping[str, str]) -> object:
    value = getattr(model, column.name)
    match column.enum:
        case "Family":
            return value.upper()
        case "QuantType":
            return value.name
        case "Models":
            return constants.get(value or "")
        case _:
            return value
