"""Families -> the text of the files of the generated package. Writes nothing.

`draft` fills the templates, `render` lays the result out as well. The output depends on nothing but
the families: not on the working directory, its pyproject.toml, the locale or the date.
"""

import ast
import inspect
import itertools
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import cast

import jinja2

from .. import schema
from ..models.model import Family, Model
from ..models.retirement import settle
from ..schema import QuantType
from .columns import COLUMNS, row
from .layout import WIDTH, layout

_TEMPLATES = Path(__file__).parent / "templates"
_RUNTIME = Path(__file__).parent / "runtime"
_INDENT = 4
_HUB = "https://huggingface.co"


@dataclass(frozen=True, slots=True)
class _Member:
    """One line of an enum, with the docstring under it."""

    constant: str
    value: str
    doc: tuple[str, ...]
    """The paragraphs of the docstring."""


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
    environment.filters.update(literal=_literal, assigned=_assigned, docstring=_docstring)
    models = [model for family in families for model in family.models]
    constants = {model.repo_id: model.constant for model in models}
    content = {
        "families": [_family(family) for family in families if family.models],
        "quants": [_quant(quant) for quant in QuantType],
        "models": [_model(model) for model in models],
        "columns": COLUMNS,
        "defaults": {column.name: column.default for column in COLUMNS if not column.is_required},
        "rows": [(model.constant, row(model, constants)) for model in models],
        "retired": [
            ("Family", [_retired_family(family) for family in families if not family.models]),
            ("Models", [astuple(retired) for retired in settle(families)]),
        ],
        "subsets": _subsets(models),
    }
    files = {
        path.stem: environment.get_template(path.name).render(content)
        for path in sorted(_TEMPLATES.glob("*.py*.jinja"))
    }
    banner = environment.get_template("banner.jinja").render()
    return files | _runtime_files(banner) | {"py.typed": ""}


def _runtime_files(banner: str) -> dict[str, str]:
    """The modules of the generated package that are the same for everybody."""
    names = {"package.py": "__init__.py"}  # or else their folder would be a package
    return {
        names.get(path.name, path.name): banner + path.read_text("utf-8")
        for path in sorted(_RUNTIME.glob("*.py"))
    }


def _assigned(member: _Member) -> str:
    """The assignment of a member, on three lines where it is too long for one."""
    value = _literal(member.value)
    line = f"{member.constant} = {value}"
    if _INDENT + len(line) <= WIDTH:
        return line
    inner, outer = " " * 2 * _INDENT, " " * _INDENT
    return f"{member.constant} = (\n{inner}{value}\n{outer})"


def _literal(value: object) -> str:
    """Python that reads back as the value, a string in double quotes as black would have it."""
    if isinstance(value, dict):
        pairs = cast("dict[object, object]", value).items()
        return f"{{{', '.join(f'{_literal(key)}: {_literal(item)}' for key, item in pairs)}}}"
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return f"({', '.join(map(_literal, items))}{',' if len(items) == 1 else ''})"
    text = repr(value)
    return f'"{text[1:-1]}"' if text[:1] == "'" and '"' not in text else text


def _family(family: Family) -> _Member:
    value = family.stem.replace("_", "-")
    return _Member(family.stem.upper(), value, (family.summary,))


def _retired_family(family: Family) -> tuple[str, str, str, str, None]:
    """A family whose models are all gone, in the form of a retired model: the file says why."""
    member = _family(family)
    return member.constant, member.value, family.summary.removesuffix("."), "", None


def _quant(quant: QuantType) -> _Member:
    return _Member(quant.name, quant.value or "none", (_QUANT_DOCS[quant.name],))


def _model(model: Model) -> _Member:
    name = model.stem.partition("/")[2].replace("-", " ").replace("_", " ")
    what = " ".join(filter(None, (name, model.modifier)))
    kind = "" if model.modality == "text" else f" ({model.modality})"
    quant = _in_sentence(_QUANT_DOCS[model.quant_type.name])
    origin = "; the publisher's own" if model.is_original else ""
    if model.original:
        origin += f"; {'a copy of' if model.is_mirror else 'from'} {model.original}"
    paragraphs = (f"{what}{kind}: {quant}{origin}.", model.summary, f"{_HUB}/{model.repo_id}")
    return _Member(model.constant, model.repo_id, tuple(filter(None, paragraphs)))


def _subsets(models: Iterable[Model]) -> dict[str, list[str]]:
    """The constants of every kind of model but text models, by the name of the type."""
    subsets: dict[str, list[str]] = {}
    for model in models:
        if model.modality != "text":
            name = f"{model.modality.capitalize()}Models"
            subsets.setdefault(name, []).append(model.constant)
    return dict(sorted(subsets.items()))


def _docs_of_quants() -> dict[str, str]:
    """The docstrings under the members of QuantType, which only its source holds."""
    body = cast(ast.ClassDef, ast.parse(inspect.getsource(schema.QuantType)).body[0]).body
    return {
        member.targets[0].id: doc.value.value
        for member, doc in itertools.pairwise(body)
        if isinstance(member, ast.Assign)
        and isinstance(member.targets[0], ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }


_QUANT_DOCS = _docs_of_quants()


def _in_sentence(doc: str) -> str:
    """The docstring up to its first colon, fit to stand within a sentence."""
    words = doc.removesuffix(".").partition(":")[0]
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _docstring(paragraphs: Iterable[str]) -> str:
    """A triple-quoted string of the paragraphs, wrapped, for a place one level in."""
    wrapped = [_escaped(_wrapped(paragraph)) for paragraph in paragraphs]
    text = "\n\n".join(wrapped)
    if "\n" not in text and not text.endswith('"'):
        return f'"""{text}"""'
    indented = textwrap.indent(text, " " * _INDENT).lstrip(" ")
    return f'"""{indented}\n{" " * _INDENT}"""'


def _wrapped(paragraph: str) -> str:
    width = WIDTH - _INDENT
    return textwrap.fill(paragraph, width - 3, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str) -> str:
    """The text as it stands between triple quotes: backslashes, triple quotes and control
    characters escaped."""
    printable = (c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in _slashed(text))
    return "".join(printable).replace('"""', '\\"\\"\\"')


def _slashed(text: str) -> str:
    return text.replace("\\", "\\\\")
