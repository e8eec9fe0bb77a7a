"""Families -> the text of the files of the generated package. Writes nothing.

`draft` fills the templates, `render` lays the result out as well. The output depends on nothing but
the families: not on the working directory, its pyproject.toml, the locale or the date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from ..models.model import Family, Model
from ..models.quants import used_quants
from ..models.retirement import resolve_retired
from ..names.quant import in_words
from ..schema import NONE, Quant
from .columns import COLUMNS, Values, facts, row
from .layout import layout
from .literal import assignment, comment, docstring, literal, literals
from .runtime._describe import paragraphs

_TEMPLATES = Path(__file__).parent / "templates"
_RUNTIME = Path(__file__).parent / "runtime"


_QUANT_TYPE = "A quantization. The value is the tag that most repo names end in."


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a generated enum."""

    name: str
    value: str
    doc: Sequence[str]
    """The paragraphs of its docstring."""

    @property
    def source(self) -> str:
        """Its assignment, and the docstring under it."""
        return f"{assignment(self.name, self.value)}\n    {docstring(self.doc)}"


def render(families: Sequence[Family]) -> dict[str, str]:
    """The files of the generated package: file name -> text, with LF line ends."""
    return layout(draft(families))


def draft(families: Sequence[Family]) -> dict[str, str]:
    """The files of the generated package before they are formatted."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    environment.filters.update(literal=literal, literals=literals, docstring=docstring)
    content = _content(families)
    files = {
        path.stem: environment.get_template(path.name).render(content)
        for path in sorted(_TEMPLATES.glob("*.py*.jinja"))
    }
    banner = environment.get_template("banner.jinja").render()
    files |= _runtime_files(banner) | {"py.typed": ""}
    return dict(sorted(files.items()))


def _runtime_files(banner: str) -> dict[str, str]:
    """The modules that are the same in every generated package."""
    return {  # `package`, or else their folder would be a package itself
        path.name.replace("package", "__init__"): banner + path.read_text("utf-8")
        for path in _RUNTIME.glob("*.py*")
    }


def _content(families: Sequence[Family]) -> dict[str, object]:
    """What the templates loop over."""
    kept = [family for family in families if family.models]
    models = [model for family in kept for model in family.models]
    constants = {model.repo_id: model.constant for model in models}
    rows = {model.constant: row(model, constants) for model in models}
    members = [_family(family) for family in kept]
    used = used_quants(families)
    quants = [_quant(quant) for quant in used]
    resolved = resolve_retired(families)
    # A family whose models are all gone, in the form of a retired model: the file says why.
    retired = [_family(family) for family in families if not family.models]
    gone = [(m.name, m.value, m.doc[0].removesuffix("."), "", None) for m in retired]
    return {
        "enums": [
            ("Family", "A line of models by one publisher.", members),
            ("QuantType", _QUANT_TYPE, quants),
        ],
        "quant_names": [name for m in quants for name in dict.fromkeys((m.name, m.value))],
        "modalities": sorted({model.modality for model in models if model.modality}),
        "docs": {"Family": members, "QuantType": quants},
        "quant_labels": {quant.name: _quant_label(quant) for quant in used},
        "members": _members(kept, rows),
        "columns": COLUMNS,
        "defaults": {c.name: c.default for c in COLUMNS if not (c.is_required or c.in_facts)},
        "facts": {model.constant: known for model in models if (known := facts(model))},
        "rows": rows,
        "retired": [
            ("Family", gone),
            ("Models", [(r.name, r.repo_id, r.why, r.since, new) for r, new in resolved]),
        ],
        "subsets": _subsets(models),
    }


def _members(families: Iterable[Family], rows: Mapping[str, Values]) -> Iterator[str]:
    """The source of each member of `Models`, with a heading before those of each family."""
    for family in families:
        yield comment(family.summary)
        for model in family.models:
            doc = paragraphs(rows[model.constant], model.original, _quant_label(model.quant_type))
            yield _Member(model.constant, model.repo_id, doc).source


def _family(family: Family) -> _Member:
    return _Member(family.stem.upper(), family.stem.replace("_", "-"), (family.summary,))


def _quant(quant: Quant) -> _Member:
    return _Member(quant.name, quant.tag or "none", (in_words(quant),))


def _subsets(models: Iterable[Model]) -> dict[str, list[str]]:
    """The constants of every kind of model but text models, by the name of the type."""
    subsets: dict[str, list[str]] = {}
    for model in models:
        if model.modality not in (None, "text"):
            name = f"{model.modality.capitalize()}Models"
            subsets.setdefault(name, []).append(model.constant)
    return dict(sorted(subsets.items()))


def _quant_label(quant: Quant) -> str:
    """The name of a quantization within a sentence."""
    if quant == NONE:
        return "unquantized"
    if quant.doc.startswith(quant.tag):
        return quant.tag
    words = quant.doc.partition(":")[0]
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
