"""What the tags of an upload say it was made from, compared with what is declared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..edit.draft import Drafts
from ..names.quant import split_quant
from ..names.repo_id import is_repo_id
from ..schema import NONE
from .reading import Reading
from .upload import METHODS, Upload, marks_in


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an upload is left to the author."""

    why: str
    write: str = ""
    """What to write instead, if that is known."""


class Evidence:
    """Looks up what the repos that tags name are, in any letter case."""

    def __init__(self, drafts: Drafts, uploads: Iterable[Upload]) -> None:
        self._originals: dict[str, str | None] = {}
        self._retired: dict[str, str] = {}
        for draft in drafts.values():
            for model in draft.models.values():
                original = model.repo_id if model.is_original else None
                original = model.original or original
                self._originals.setdefault(model.repo_id.casefold(), original)
            for entry in draft.definition.retired:
                if entry.replaced_by:
                    self._retired[entry.repo_id.casefold()] = entry.replaced_by
        self._uploads = {upload.repo_id.casefold(): upload for upload in uploads}

    def original(self, repo_id: str) -> str | None:
        """The original that a repo is, or was made from, as it is declared; the repo itself if
        nobody declares it; None if it is an upload of which nothing says what it was made from."""
        seen: set[str] = set()
        while (key := repo_id.casefold()) not in seen:
            seen.add(key)
            if key in self._originals:
                return self._originals[key]
            if key in self._retired:
                repo_id = self._retired[key]
            elif key in self._uploads:
                bases = self._uploads[key].bases
                if len(bases) != 1:
                    return None
                repo_id = bases[0]
            else:
                return repo_id
        return None

    def named(self, upload: Upload) -> tuple[str, ...]:
        """The originals that the tags of an upload name, as they are declared."""
        originals = (self.original(base) for base in upload.bases)
        known = [original for original in originals if original is not None]
        return tuple({original.casefold(): original for original in known}.values())

    def is_declared(self, repo_id: str) -> bool:
        """Whether a definition names a repo, in any letter case."""
        return repo_id.casefold() in self._originals


def no_variant(upload: Upload) -> Reason | None:
    """Why an upload is no variant of a model, whatever its name is; None if it may be one."""
    if not is_repo_id(upload.repo_id):
        return Reason("this is not a repo id")
    relations = upload.relations
    for relation, bases in relations.items():
        if broken := [base for base in bases if not is_repo_id(base)]:
            return Reason(f"its tags name {broken[0]!r}, which is not a repo id")
        if relation in ("adapter", "merge"):
            what = "an adapter for" if relation == "adapter" else "a merge of"
            return Reason(f"its tags say that it is {what} {', '.join(bases)}")
    return None


def contradiction(reading: Reading, named: Sequence[str]) -> Reason | None:
    """Why the tags of an upload speak against a reading; None if they do not."""
    upload, quant = reading.upload, reading.quant
    relations = upload.relations
    if quant == NONE and "quantized" in relations:
        bases = ", ".join(relations["quantized"])
        return Reason(f"its tags say that it is quantized from {bases}, its name does not say how")
    if quant == NONE and (method := METHODS & {tag.casefold() for tag in upload.tags}):
        return Reason(f"its tags say {min(method)}, and its name names no quantization")
    if quant != NONE and "finetune" in relations and "quantized" not in relations:
        bases = ", ".join(relations["finetune"])
        return Reason(f"its tags say that it is a fine-tune of {bases}, not a quantization of it")
    if quant == NONE and "modifier" in reading.new and reading.is_odd:
        return Reason(f"{reading.modifier!r} does not say what sets it apart from the model")
    if not reading.kinds:
        says = "more than text" if reading.is_multimodal else "text only"
        return Reason(
            f"its tags say {says}, the models most like it in {reading.name} say otherwise"
        )
    if "modifier" in reading.new and reading.is_odd and not named:
        return Reason(f"no tag says that {reading.modifier!r} is a variant of {reading.original}")
    if "modifier" in reading.new and named and _ends_in(named[0], str(reading.modifier)):
        return Reason(f"{named[0]} has {reading.modifier} in its own name")
    is_stated = reading.tag.casefold() == quant.tag.casefold()  # MLX_4BIT.tagged("4bit")
    if (
        _is_bare(reading.tag)
        and not is_stated
        and "mlx" not in {tag.casefold() for tag in upload.tags}
    ):
        return Reason(f"{reading.tag} does not say which format it is, and no tag says mlx")
    if upload.bases and not named:
        return Reason(f"its tags name {', '.join(upload.bases)}, of which the original is unknown")
    if len(named) > 1:
        return Reason(f"its tags name several originals: {', '.join(named)}")
    if named and named[0].casefold() not in {o.casefold() for o in reading.originals}:
        given = reading.original or "no original"
        return Reason(f"its tags name the original {named[0]}, {reading.name} gives {given}")
    return None


def _ends_in(repo_id: str, word: str) -> bool:
    return f"{repo_id}-".casefold().endswith(f"-{word}-".casefold())


def _is_bare(tag: str) -> bool:
    """Whether a tag of a quantization says a number of bits and nothing else."""
    return tag.casefold().endswith("bit") and tag[:-3].isdigit()


def unread(upload: Upload) -> Reason:
    """Why no definition can declare an upload whose name no template gives."""
    mark = marks_in(upload.name)
    if not mark or split_quant(f"x-{mark}")[0] == "x":
        return Reason("no template gives its name")
    name = re.sub(r"[^A-Z0-9]+", "_", mark.upper())
    name = name if name[0].isalpha() else f"Q{name}"
    return Reason(
        f"quantized as {mark}, which no quantization names",
        f'Add it: {name} = Quant("{name}", "{mark}", "what it is: what runs it")',
    )
