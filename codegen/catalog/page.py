"""The catalogue as one HTML page that needs nothing else: no network, no other file.

Every byte of style and script stands in the page, and its Content-Security-Policy admits those
alone by their digests. All text comes through the template's escaping.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..names.size import read_size
from .chart import Chart, draw
from .content import Catalog, ModelEntry, RetiredEntry

_FOLDER = Path(__file__).parent / "templates"
_SCRIPTS = ("search.js", "copy.js", "list.js", "page.js")
_UNITS = ((10**12, "T"), (10**9, "B"), (10**6, "M"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the page: one repo."""

    model: ModelEntry
    label: str
    """The quantisation, or what else sets it apart from the others of its model."""
    is_quant: bool
    """Whether the label is the name of a `QuantType`."""
    note: str
    """"original" or "mirror", where the label does not say it."""
    dotted: str
    """The version if it has a dot that people leave out, else ""."""
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class _Group:
    """The repos of one model: the original and its variants."""

    title: str
    size: str
    """The number of parameters in words, "" if it is not known."""
    kinds: tuple[str, ...]
    """What it is for, where it is not text alone."""
    summary: str
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """A family."""

    name: str
    title: str
    uploads: int
    originals: int
    groups: tuple[_Group, ...]
    retired: tuple[RetiredEntry, ...]


@dataclass(frozen=True, slots=True)
class _Filter:
    """One of the choices above the list: the key in the page's address, and value -> label."""

    key: str
    label: str
    options: Mapping[str, str]


def catalog_page(data: Catalog) -> str:
    """The text of the page, with LF line ends. The same for the same data."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
    )
    sections = _sections(data)
    groups = [group for section in sections for group in section.groups]
    longest = max((len(group.rows) for group in groups), default=0)
    # Counts of rows as classes: the policy admits no style attributes.
    counts = "".join(f".n{n}{{--n:{n}}}" for n in range(1, longest + 1))
    style = (_FOLDER / "page.css").read_text("utf-8") + counts
    theme = (_FOLDER / "theme.js").read_text("utf-8")
    script = "".join((_FOLDER / name).read_text("utf-8") for name in _SCRIPTS)
    return environment.get_template("page.html.jinja").render(
        style=_raw(style),
        theme=_raw(theme),
        script=_raw(script),
        style_digest=_raw(_digest(style)),
        script_digests=_raw(f"{_digest(theme)} {_digest(script)}"),
        sections=sections,
        filters=_filters(data),
        models=len(data["models"]),
        families=sum(bool(section.groups) for section in sections),
        checked=_period(m["hub"]["checked"] for m in data["models"] if m["hub"]),
        days=_period(data["days"]),
        has_lock=any(model["hub"] for model in data["models"]),
        has_stats=bool(data["days"]),
    )


def _raw(text: str) -> Markup:
    """Text of our own that stands in the page as it is, which its digest demands."""
    return Markup(text)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _sections(data: Catalog) -> list[_Section]:
    models: dict[str, list[ModelEntry]] = {}
    retired: dict[str, list[RetiredEntry]] = {}
    for model in data["models"]:
        models.setdefault(model["family"], []).append(model)
    for gone in data["retired"]:
        retired.setdefault(gone["family"], []).append(gone)
    return [
        _Section(
            family["name"],
            family["title"],
            sum(not (m["is_original"] or m["is_mirror"]) for m in models.get(family["name"], [])),
            sum(m["is_original"] for m in models.get(family["name"], [])),
            tuple(_groups(models.get(family["name"], []), data["days"])),
            tuple(retired.get(family["name"], [])),
        )
        for family in data["families"]
    ]


def _groups(models: Sequence[ModelEntry], days: Sequence[str]) -> Iterable[_Group]:
    """The models by what they come from, each group where its first model stands."""
    groups: dict[str, list[ModelEntry]] = {}
    for model in models:
        origin = model["repo_id"] if model["is_original"] else model["stem"]
        groups.setdefault((model["original"] or origin).casefold(), []).append(model)
    for members in groups.values():
        # The name as the uploads spell it, if there are any: that is what people look for.
        named = next((m for m in members if not (m["is_original"] or m["is_mirror"])), members[0])
        kinds = dict.fromkeys(m["modality"] for m in members if m["modality"] not in (None, "text"))
        summaries = dict.fromkeys(m["summary"] for m in members if m["summary"])
        yield _Group(
            named["stem"].partition("/")[2],
            _parameters(named),
            tuple(kinds),
            " ".join(summaries),
            tuple(_row(model, days) for model in members),
        )


def _row(model: ModelEntry, days: Sequence[str]) -> _Row:
    plain = model["quant"] == "NONE"
    kind = "original" if model["is_original"] else "mirror" if model["is_mirror"] else ""
    label = (kind or "unquantised") if plain else model["quant"]
    version = model["version"] or ""
    return _Row(
        model,
        label,
        not plain,
        "" if plain else kind,
        version if "." in version else "",
        draw(days, model["downloads"]),
    )


def _parameters(model: ModelEntry) -> str:
    """ "30B parameters, 3B active"; "" where the size does not say it."""
    total, active = model["parameters"], model["active_parameters"]
    if total is not None and active is not None and active != total:
        return f"{_short(total)} parameters, {_short(active)} active"
    if total is not None:
        return f"{_short(total)} parameters"
    return f"{_short(active)} active parameters" if active is not None else ""


def _short(count: int) -> str:
    unit, letter = next((pair for pair in _UNITS if count >= pair[0]), (1, ""))
    return f"{count / unit:.4g}{letter}"


def _filters(data: Catalog) -> tuple[_Filter, ...]:
    """The choices there are, with sizes by value and regardless of letter case."""
    models = data["models"]
    sizes: dict[str, str] = {}
    for size in sorted(filter(None, (m["size"] for m in models)), key=_by_value):
        sizes.setdefault(size.lower(), size)
    titles = {f["name"]: f["title"] for f in data["families"]}
    uploaders = sorted({m["uploader"] for m in models}, key=str.casefold)
    modalities = sorted({m["modality"] for m in models if m["modality"]})
    return (
        _Filter("family", "Family", titles),
        _Filter("size", "Size", sizes),
        _Filter("quant", "Quantisation", {q["name"]: q["name"] for q in data["quants"]}),
        _Filter("modality", "Modality", {m: m for m in modalities}),
        _Filter("uploader", "Uploader", {u: u for u in uploaders}),
    )


def _by_value(size: str) -> tuple[float, float, str]:
    return read_size(size).order


def _period(days: Iterable[str]) -> str:
    """The first and the last of some days: "2026-11-25" or "2026-10-01 to 2026-11-25"."""
    found = sorted(set(days))
    return " to ".join(dict.fromkeys(found[:1] + found[-1:]))
