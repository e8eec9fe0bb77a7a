"""The fields of a model in the generated package: the table that everything else is made from.

A field that is added here is a column of `_metadata.py`, a key of `Row` in its stub and, unless it
is internal, an attribute of every member. Its value is the attribute of that name of
`codegen.models.model.Model`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..models.model import Model
from ..schema import Quant
from .literal import docstring, literal

Values = dict[str, object]
"""The metadata of a model: values by name of column, without the defaults."""


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
    in_facts: bool = False
    """Whether it stands in `_facts.py` instead, which has what changes from day to day."""

    @property
    def annotation(self) -> str:
        """The annotation of the attribute."""
        if not self.enum:
            return self.type
        annotation = self.type.replace("str", self.enum)
        return literal(annotation) if self.enum == "Models" else annotation

    @property
    def expression(self) -> str:
        """What the attribute returns."""
        if self.in_facts:
            value = f'facts_of(self).get("{self.name}")'
        elif self.is_required:
            value = f'row_of(self)["{self.name}"]'
        elif self.type == "bool":
            value = f'row_of(self).get("{self.name}", False)'
        else:
            value = f'row_of(self).get("{self.name}")'
        if not self.enum:
            return value
        if self.is_required:
            return f"{self.enum}[{value}]"
        return f"None if (name := {value}) is None else {self.enum}[name]"

    @property
    def source(self) -> str:
        """The property that members have."""
        return (
            f"@property\n    def {self.name}(self) -> {self.annotation}:\n"
            f"        {docstring([self.doc], 2)}\n        return {self.expression}"
        )

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
    Column("repo_id", "str", "The repo id.", is_attribute=False),
    Column("family", "str", "Its family: `Family.LLAMA`.", "Family"),
    Column("base_name", "str", 'The name of the models without version and size: "Llama".'),
    Column("line", "str", 'The line within the family: "Qwen2.5-VL", "Llama-3.1", "GLM-4.5-Air".'),
    Column("version", "str | None", 'The version, without a "v" or words: "3.1", "R1".'),
    Column("date", "str | None", 'The date in the repo name: "2507", "0528".'),
    Column("size", "str | None", 'The size as the repo name spells it: "8B".'),
    Column(
        "instruct_tag",
        "str | None",
        'The instruct tag as the repo name spells it: "Instruct". None if the name has none, which '
        "does not mean that it is a base model: see `is_base` and `is_chat`.",
    ),
    Column(
        "modifier",
        "str | None",
        'What sets it apart from the plain upload of the same model: "128K".',
    ),
    Column(
        "quant_type", "str", "The quantization; `QuantType.NONE` if there is none.", "QuantType"
    ),
    Column("is_base", "bool | None", "Whether it is a base model; None if unknown."),
    Column(
        "is_chat",
        "bool | None",
        "Whether it is tuned to follow instructions or to chat; None if unknown.",
    ),
    Column("is_moe", "bool | None", "Whether it is a mixture of experts; None if unknown."),
    Column(
        "is_multimodal",
        "bool | None",
        "Whether it takes or produces more than text; None if unknown.",
    ),
    Column(
        "modality",
        "str | None",
        'What it is for: "text", "vision", "code", "embedding" and so on; None if unknown.',
    ),
    Column(
        "original",
        "str | None",
        "The publisher's own repo; None if this is that repo, or if it is unknown.",
        "Models",
    ),
    Column("is_original", "bool", "Whether this is the publisher's own repo."),
    Column("is_mirror", "bool", "Whether this is a copy of the original by another publisher."),
    Column(
        "is_former", "bool", "Whether this is an id that the original had before it was renamed."
    ),
    Column("stem", "str", "The repo id without quantization and modifier.", is_attribute=False),
    Column("parameters", "int | None", "The number of parameters; None if unknown."),
    Column(
        "active_parameters",
        "int | None",
        "The number of parameters used per token; None if unknown.",
    ),
    Column(
        "license", "str | None", 'The license as the Hub names it: "apache-2.0"; None if unknown.'
    ),
    Column(
        "is_gated",
        "bool | None",
        "Whether a download needs an agreement or an approval; None if unknown.",
    ),
    Column("context_length", "int | None", "The longest context in tokens; None if unknown."),
    Column("summary", "str | None", "One line about the model; None if its definition has none."),
    Column(
        "revision",
        "str | None",
        "The commit that `hubenum verify --record` recorded, or the revision that the definition "
        "pins; None if there is neither.",
        in_facts=True,
    ),
    Column(
        "revisions",
        "tuple[str, ...] | None",
        'The branches that hold variants: `("4.0bpw",)`; None if its definition states none.',
        in_facts=True,
    ),
)


_ROW = tuple((c.name, c.enum, c.default) for c in COLUMNS if not c.in_facts)
_FACTS = tuple(c.name for c in COLUMNS if c.in_facts)


def row(model: Model, constants: Mapping[str, str]) -> Values:
    """The row of a model; `constants` are the names of all models by repo id."""
    values: Values = {}
    for name, enum, default in _ROW:
        value = getattr(model, name)
        if value is default:
            continue
        if enum:
            value = _member(value, enum, constants)
        elif isinstance(value, str):
            value = str(value)  # not one of its subclasses
        if value is not None:
            values[name] = value
    return values


def facts(model: Model) -> Values:
    """What `_facts.py` says of a model; empty if nothing was recorded."""
    values = {name: getattr(model, name) for name in _FACTS}
    values["files"] = model.files and [(f.name, f.quant, f.shards) for f in model.files]
    return {name: value for name, value in values.items() if value is not None}


def _member(value: Quant | str, enum: str, constants: Mapping[str, str]) -> str | None:
    """The name of the member of an enum that a value stands for; None if it has none."""
    if isinstance(value, Quant):
        return value.name
    return value.upper() if enum == "Family" else constants.get(value)
