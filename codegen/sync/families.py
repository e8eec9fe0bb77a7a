"""New families for unknown models: a definition for each version."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from ..edit.contents import Content, Contents, add_quant
from ..edit.draft import Draft, Drafts, new_draft
from ..edit.quants import QuantWriter
from ..edit.rows import definition_text
from ..edit.source import SourceEdit, UneditableError, import_text, laid_out
from ..names.constant import constant_name
from ..names.quant import split_quant
from ..schema import NONE, Quant
from .upload import Upload, marks_in
from .words import is_size

_TEMPLATE = "{base_name}-{model_version}-{size}-{instruct_tag}"
_VERSION = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*[a-z]?")


@dataclass(frozen=True, slots=True)
class Unknown:
    """An upload that no definition can declare, with what its name says."""

    upload: Upload
    org: str
    base_name: str
    version: str | None
    size: str | None
    tag: str | None
    quant: Quant
    original: str | None
    """The template of the original."""


def read_unknown(upload: Upload, named: Sequence[str]) -> Unknown | None:
    """Read an upload by its name and the originals that its tags name; None if that is not enough
    for a definition."""
    stem, quant = split_quant(upload.name)
    relations = upload.relations
    is_quantized, is_copy = "quantized" in relations, quant == NONE
    is_tuned = "finetune" in relations and not is_quantized
    if marks_in(stem) or (is_quantized and is_copy) or (is_tuned and not is_copy):
        return None
    if len(named) > 1 or (relations and not named):
        return None
    org, _, upstream = named[0].partition("/") if named else (upload.owner, "", "")
    base, version, size, tag = _parts(stem)
    original = "{org}/{name}" if named else None
    if named and upstream != stem:
        base, version, size, tag, original = stem, None, None, None, named[0]
    return Unknown(upload, org, base, version, size, tag, quant, original)


def _parts(name: str) -> tuple[str, str | None, str | None, str | None]:
    """Base name, version, size and tag of a repo name in this order; the whole name as the base
    name if it does not fit."""
    words = name.split("-")
    rest = words[1:]
    base = [words[0]]
    while rest and not _VERSION.fullmatch(rest[0]) and not is_size(rest[0]) and rest[1:]:
        base.append(rest.pop(0))
    version = rest.pop(0) if rest and _VERSION.fullmatch(rest[0]) and not is_size(rest[0]) else None
    size = rest.pop(0) if rest and is_size(rest[0]) else None
    if size and rest and re.fullmatch(r"[Aa]\d+(\.\d+)?[Bb]", rest[0]):
        size += f"-{rest.pop(0)}"
    if size is None and version is None:
        return name, None, None, None
    if any(is_size(word) or any(map(str.isdigit, word)) for word in rest) or len(rest) > 2:
        return name, None, None, None
    return "-".join(base), version, size, "-".join(rest) or None


def propose(unknown: Sequence[Unknown], drafts: Drafts) -> dict[str, Draft]:
    """A family for each base name, by the stem of its file; without those that would be invalid."""
    lines: dict[tuple[str, str], list[Unknown]] = {}
    for one in unknown:
        lines.setdefault((one.org, one.base_name), []).append(one)
    proposed: dict[str, Draft] = {}
    some = next((draft for draft in drafts.values() if draft.is_own), None)
    for (_, base_name), several in lines.items():
        stem = re.sub(r"[^a-z0-9]+", "_", base_name.lower()).strip("_")
        if some is None or not stem[:1].isalpha() or stem in (*drafts, *proposed):
            continue
        path = some.definition.path.with_name(f"{stem}.py")
        uploads = [one.upload.repo_id for one in several]
        with suppress(UneditableError):
            text = family_text(several, some.uploader)
            proposed[stem] = new_draft({**drafts, **proposed}, path, some.uploader, text, uploads)
    return proposed


def family_text(several: Sequence[Unknown], uploader: str) -> str:
    """The text of a new family's file, with a definition for each version."""
    versions: dict[str | None, list[Unknown]] = {}
    for one in several:
        versions.setdefault(one.version, []).append(one)
    writer = QuantWriter(SourceEdit(""), {}, 0)
    statements = [definition_of(group, writer, uploader) for group in versions.values()]
    parts = [
        laid_out(f'"""{several[0].base_name}, by {several[0].org}."""'),
        import_text({*writer.edit.imports, "verify"}),
        *(f"{statement}\n" for statement in statements),
        'if __name__ == "__main__":\n    verify(__file__)\n',
    ]
    return laid_out("\n".join(parts))


def definition_of(group: Sequence[Unknown], writer: QuantWriter, uploader: str) -> str:
    """The statement of a new definition for models of one version."""
    first, contents = group[0], Contents()
    for one in group:
        key = ((one.version, one.size, one.tag), _TEMPLATE)
        contents.setdefault(key, Content(name=_TEMPLATE, original=one.original))
        add_quant(contents, key, one.quant)
    fields: dict[str, object] = {"org": first.org, "base_name": first.base_name}
    if first.upload.owner != uploader:
        fields["uploader"] = first.upload.owner
    name = "-".join(filter(None, (first.base_name, first.version)))
    return definition_text(constant_name(name, NONE), fields, contents, writer)


def suggestion(one: Unknown, uploader: str) -> str:
    """A definition that declares one upload, as a start for its author."""
    text = definition_of([one], QuantWriter(SourceEdit(""), {}, 0), uploader)
    return re.sub(r",?\s*\n\s*\)", ")", re.sub(r"\(\s*\n\s*", "(", text)).replace("\n   ", "")
