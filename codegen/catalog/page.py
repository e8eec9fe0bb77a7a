"""The catalog as one self-contained HTML page that needs no network.

The page holds its style, its scripts and its data. Its Content-Security-Policy allows only this
style and these scripts, by their digests. The scripts build the list while the reader scrolls.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..names.size import read_size
from .content import Catalog, Entry

_FOLDER = Path(__file__).parent / "templates"
_SCRIPTS = (
    "reading.js",
    "search.js",
    "nearest.js",
    "data.js",
    "draw.js",
    "list.js",
    "copy.js",
    "page.js",
)
_COLUMNS = (
    "constant",
    "repo_id",
    "quant",
    "size",
    "modality",
    "modifier",
    "version",
    "is_original",
    "is_mirror",
    "is_former",
    "license",
    "context_length",
    "likes",
    "downloads",
    "verdict",
    "checked",
    "canonical",
    "gated",
    "created",
    "last_modified",
    "revision",
    "pipeline_tag",
    "files",
)


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
    style, theme = ((_FOLDER / name).read_text("utf-8") for name in ("page.css", "theme.js"))
    script = "".join((_FOLDER / name).read_text("utf-8") for name in _SCRIPTS)
    return environment.get_template("page.html.jinja").render(
        style=Markup(style),
        theme=Markup(theme),
        script=Markup(script),
        style_digest=Markup(_digest(style)),
        script_digests=Markup(f"{_digest(theme)} {_digest(script)}"),
        data=Markup(_embedded(_page_data(data))),
        catalog=data,
        families=[family for family in data["families"] if family["models"]],
        filters=_filters(data),
        sorts=_sorts(data),
        checked=_period(m["hub"]["checked"] for m in data["models"] if m["hub"]),
        days=_period(data["days"]),
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embedded(value: object) -> str:
    """JSON that is safe inside a script element, whatever its texts are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _page_data(data: Catalog) -> dict[str, object]:
    """The data of the page. Models are columns, in the order of their groups."""
    places = {family["name"]: number for number, family in enumerate(data["families"])}
    groups: list[dict[str, object]] = []
    models: list[Entry] = []
    for members in _grouped(data["models"]):
        groups.append(_group(members, places))
        models += members
    return {
        "families": [{"name": f["name"], "title": f["title"]} for f in data["families"]],
        "quants": {quant["name"]: quant["about"] for quant in data["quants"]},
        "days": data["days"],
        "groups": groups,
        "models": dict(_columns([_known(model) for model in models])),
        "retired": [{**gone, "family": places[gone["family"]]} for gone in data["retired"]],
    }


def _grouped(models: Sequence[Entry]) -> Iterable[list[Entry]]:
    """The repos of each model: those with one original. A group is where its first repo is."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for model in models:
        own = model["repo_id"] if model["is_original"] else model["stem"]
        origin = (model["original"] or own).casefold()
        groups.setdefault((model["family"], origin), []).append(model)
    return groups.values()


def _group(members: Sequence[Entry], places: Mapping[str, int]) -> dict[str, object]:
    # The name as the uploads spell it, if there are any, because people look for that.
    first = next(
        (m for m in members if not (m["is_original"] or m["is_mirror"] or m["is_former"])),
        members[0],
    )
    facts = {
        "parameters": first["parameters"],
        "active": first["active_parameters"],
        "is_base": first["is_base"],
        "is_moe": first["is_moe"],
        "summary": " ".join(dict.fromkeys(m["summary"] for m in members if m["summary"])),
    }
    return {
        "family": places[first["family"]],
        "title": first["stem"].partition("/")[2],
        "count": len(members),
        **{name: value for name, value in facts.items() if value},
    }


def _known(model: Entry) -> Entry:
    """What is known of a model: the facts of the Hub, and else those of its definition."""
    hub: Entry = model["hub"] or {}
    facts: Entry = {**model, **{name: fact for name, fact in hub.items() if fact is not None}}
    files: Sequence[Entry] = facts.get("files", [])
    quants: list[str | None] = [file["quant"] for file in files]
    facts["files"] = ", ".join(dict.fromkeys(filter(None, quants))) or None
    return {name: fact for name, fact in facts.items() if fact is not None and fact is not False}


def _columns(models: Sequence[Entry]) -> Iterable[tuple[str, list[object]]]:
    """Each column that some model has a value in."""
    for name in _COLUMNS:
        column = [model.get(name) for model in models]
        if any(value is not None for value in column):
            yield name, [1 if value is True else value for value in column]


def _filters(data: Catalog) -> dict[str, tuple[str, Mapping[str, str]]]:
    """The filters by their key in the page's address: the label, and value -> label of a choice."""
    models = data["models"]
    sizes: dict[str, str] = {}
    written: set[str] = {model["size"] for model in models if model["size"]}
    for size in sorted(written, key=lambda size: read_size(size).order):
        sizes.setdefault(size.lower(), size)
    filters = {
        "family": ("Family", {f["name"]: f["title"] for f in data["families"] if f["models"]}),
        "size": ("Size", sizes),
        "quant": ("Quantization", {q["name"]: q["name"] for q in data["quants"]}),
        "modality": ("Modality", _choices(m["modality"] for m in models)),
        "uploader": ("Uploader", _choices(m["uploader"] for m in models)),
        "license": ("License", _choices(_known(m).get("license") for m in models)),
    }
    if any(m["hub"] for m in models):
        filters["gated"] = ("Access", {"no": "not marked gated", "yes": "gated"})
    return {key: filter for key, filter in filters.items() if filter[1]}


def _choices(values: Iterable[str | None]) -> dict[str, str]:
    return {value: value for value in sorted(set(filter(None, values)), key=str.casefold)}


def _sorts(data: Catalog) -> dict[str, str]:
    """The orders to choose from, by their key in the page's address."""
    has_dates = any(m["hub"] and m["hub"]["created"] for m in data["models"])
    return {
        "": "By family",
        "name": "By name",
        "size": "By size",
        **({"newest": "Newest first"} if has_dates else {}),
        **({"downloads": "Most downloads"} if data["days"] else {}),
    }


def _period(days: Iterable[str]) -> str:
    """The first and the last of some days: "2026-11-25" or "2026-10-01 to 2026-11-25"."""
    ordered = sorted(set(days))
    return " to ".join(dict.fromkeys(ordered[:1] + ordered[-1:]))
