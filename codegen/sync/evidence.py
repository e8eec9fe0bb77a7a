"""What the Hub's tags say that an upload was made from, compared with what is declared."""

import re
from collections.abc import Iterable, Iterator

from ..edit.draft import Drafts
from ..names.quant import split_quant
from ..names.repo_id import is_repo_id
from ..schema import NONE
from .reading import Reading
from .upload import METHODS, Upload, marks_in

_NO_VARIANTS = {"adapter": "an adapter for", "merge": "a merge of"}
_BITS_ONLY = re.compile(r"\d+bit", re.IGNORECASE)


class Evidence:
    """Resolves the repos that tags name to originals, in any letter case."""

    def __init__(self, drafts: Drafts, uploads: Iterable[Upload]) -> None:
        self.families: dict[str, str] = {}
        """The family of each declared repo."""
        self._originals: dict[str, str | None] = {}
        self._retired: dict[str, str] = {}
        for draft in drafts.values():
            for repo_id, model in draft.models.items():
                self.families[repo_id] = model.family
                original = model.original or (repo_id if model.is_original else None)
                self._originals.setdefault(repo_id.casefold(), original)
            for entry in draft.definition.retired:
                if entry.replaced_by:
                    self._retired[entry.repo_id.casefold()] = entry.replaced_by
        self._uploads = {upload.repo_id.casefold(): upload for upload in uploads}

    def original(self, repo_id: str) -> str | None:
        """The original of a repo, as it is declared. A repo that nobody declares counts as an
        original; the result is None for an upload whose origin is unknown."""
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
        """The originals that the tags of an upload lead to, as they are declared."""
        originals = filter(None, map(self.original, upload.bases))
        return tuple({original.casefold(): original for original in originals}.values())

    def is_declared(self, repo_id: str) -> bool:
        """Whether a repo is declared, in any letter case."""
        return repo_id.casefold() in self._originals


def no_variant(upload: Upload) -> str | None:
    """Why an upload is not a variant of a model, whatever its name; None if it may be one."""
    if not is_repo_id(upload.repo_id):
        return "this is not a repo id"
    for relation, bases in upload.relations.items():
        if broken := [base for base in bases if not is_repo_id(base)]:
            return f"its tags name {broken[0]!r}, which is not a repo id"
        if relation in _NO_VARIANTS:
            return f"its tags say that it is {_NO_VARIANTS[relation]} {', '.join(bases)}"
    return None


def contradictions(reading: Reading) -> Iterator[str]:
    """The reasons in an upload's tags against a reading, the most specific first."""
    upload, named, quant = reading.upload, reading.named, reading.quant
    relations = upload.relations
    tags = {tag.casefold() for tag in upload.tags}
    modifier = reading.modifier if "modifier" in reading.new else None
    if quant == NONE and "quantized" in relations:
        bases = ", ".join(relations["quantized"])
        yield f"its tags say that it is quantized from {bases}, its name does not say how"
    if quant == NONE and (method := METHODS & tags):
        yield f"its tags say {min(method)}, and its name names no quantization"
    if quant != NONE and "finetune" in relations and "quantized" not in relations:
        bases = ", ".join(relations["finetune"])
        yield f"its tags say that it is a fine-tune of {bases}, not a quantization of it"
    if quant == NONE and modifier and reading.is_odd:
        yield f"{modifier!r} does not say what sets it apart from the model"
    if not reading.kinds:
        kind = "more than text" if reading.is_multimodal else "text only"
        yield f"its tags say {kind}, the models most like it in {reading.name} say otherwise"
    if modifier and reading.is_odd and not named:
        yield f"no tag says that {modifier!r} is a variant of {reading.original}"
    if modifier and named and f"{named[0]}-".casefold().endswith(f"-{modifier}-".casefold()):
        yield f"{named[0]} has {modifier} in its own name"
    # A tag of the project's own, MLX_4BIT.tagged("4bit"), says what a bare "4bit" does not.
    is_stated = reading.tag.casefold() == quant.tag.casefold()
    if _BITS_ONLY.fullmatch(reading.tag) and not is_stated and "mlx" not in tags:
        yield f"{reading.tag} does not say which format it is, and no tag says mlx"
    if upload.bases and not named:
        yield f"its tags name {', '.join(upload.bases)}, of which the original is unknown"
    if len(named) > 1:
        yield f"its tags name several originals: {', '.join(named)}"
    if named and named[0].casefold() not in map(str.casefold, reading.originals):
        given = reading.original or "no original"
        yield f"its tags name the original {named[0]}, {reading.name} gives {given}"


def unread(upload: Upload) -> tuple[str, str]:
    """Why no template fits the name of an upload, and what to write; "" if unknown."""
    mark = marks_in(upload.name)
    if not mark or split_quant(f"x-{mark}")[0] == "x":
        return "no template gives its name", ""
    name = re.sub(r"[^A-Z0-9]+", "_", mark.upper())
    name = name if name[0].isalpha() else f"Q{name}"
    write = f'Add it: {name} = Quant("{name}", "{mark}", "what it is: what runs it")'
    return f"quantized as {mark}, which no quantization names", write
