"""What an edit adds, for the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..edit.draft import Draft
from ..schema import AXES
from .reading import Reading


@dataclass(frozen=True, slots=True)
class Addition:
    """What one edit of one definition adds."""

    stem: str
    """The family."""
    definition: str
    """The definition that is edited or added."""
    kind: str
    """What is added: "quantization", "model", "size", "tag", "version", "modifier", "date", or
    several, joined by "and"."""
    what: str
    """The same with its values: "size 9B"."""
    uploads: tuple[str, ...]
    """The uploads that it declares."""
    originals: tuple[str, ...]
    """The originals that the edit declares too."""
    marks: Mapping[str, str] = field(default_factory=dict[str, str])
    """"private" or "disabled" for each upload that is."""


_KINDS = {**{axis.field: axis.word for axis in AXES}, "modifier": "modifier"}


def additions_of(
    group: Sequence[Reading], name: str, before: Draft, after: Draft
) -> Iterator[Addition]:
    """What an edit adds, one addition for each new value."""
    apart: dict[tuple[str, str], list[Reading]] = {}
    for reading in group:
        apart.setdefault(_what(reading), []).append(reading)
    originals = after.models.keys() - before.models.keys()
    for (kind, what), several in apart.items():
        uploads = [reading.upload for reading in several]
        if kind == "quantization":
            quants = dict.fromkeys(reading.quant.name for reading in several)
            what = f"quantization{'s'[: len(quants) != 1]} {', '.join(quants)}"
        ids = tuple(upload.repo_id for upload in uploads)
        own = {after.models[repo_id].original for repo_id in ids} & originals
        originals -= own
        marks = {u.repo_id: "private" for u in uploads if u.is_private}
        marks |= {u.repo_id: "disabled" for u in uploads if u.is_disabled}
        found = tuple(sorted(original for original in own if original))
        yield Addition(after.stem, name, kind, what, ids, found, marks)


def _what(reading: Reading) -> tuple[str, str]:
    fields = [name for name in _KINDS if name in reading.new]
    if reading.derives and "model_version" in fields:
        fields = [name for name in fields if name in ("model_version", "modifier")]
    parts = [(_KINDS[name], reading.fields[name] or "without one") for name in fields]
    if reading.scheme.stamp:
        parts.append(("date", reading.scheme.stamp))
    if not parts and reading.is_known:
        return "quantization", ""
    if not parts:
        model = " ".join(filter(None, reading.coordinates)) or reading.upload.name
        parts = [("model", model)]
    kinds = " and ".join(kind for kind, _ in parts)
    return kinds, " and ".join(f"{kind} {value}" for kind, value in parts)
