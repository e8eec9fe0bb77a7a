"""Declared facts, compared with what the Hub says of the repos."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..models.model import Model
from ..names.size import read_size
from ..schema import MODALITIES
from .facts import Facts
from .verdict import OTHER_REPO, Verdict

FROM_SIZE = (0.6, 1.7)
"""The range of weights, relative to the number in a size, that counts as equal: "3B" models have up
to 4.7 billion."""
STATED = (0.9, 1.1)
"""The range for a number that a definition states."""

_AGREEING: Mapping[tuple[str, ...], Sequence[str]] = {
    ("text", "code"): ("text-generation", "text2text-generation"),
    ("text",): ("summarization", "translation"),
    ("text", "embedding"): ("fill-mask", "text-classification", "text-ranking"),
    ("embedding",): ("feature-extraction", "sentence-similarity"),
    ("vision",): (
        "image-text-to-text", "image-to-text", "visual-question-answering",
        "document-question-answering",
    ),
    ("vision", "video"): ("video-text-to-text",),
    ("speech",): (
        "audio-text-to-text", "audio-to-audio", "automatic-speech-recognition", "text-to-audio",
        "text-to-speech",
    ),
    ("image",): (
        "text-to-image", "image-to-image", "image-text-to-image", "unconditional-image-generation",
    ),
    ("video",): ("text-to-video", "image-to-video", "image-text-to-video", "video-to-video"),
    ("image", "speech", "video", "vision"): ("any-to-any",),
}  # fmt: skip
_PIPELINES = {tag: modalities for modalities, tags in _AGREEING.items() for tag in tags}
"""The modalities that agree with each pipeline tag. Other tags tell nothing about the modality."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact that differs between the Hub and the definition, or the lock."""

    model: Model
    fact: str
    """"original", "modality", "parameters", "license", "context_length", or "revision" for a repo
    with new commits."""
    declared: object
    """The definition's value; for a revision, the lock's."""
    hub: object
    """The Hub's value."""
    text: str
    """A sentence with both."""
    cure: str
    """A sentence on what to do."""
    is_note: bool = False
    """Whether this is a note and not an error."""


def contradictions(
    models: Sequence[Model],
    verdicts: Mapping[str, Verdict],
    recorded: Mapping[str, Verdict] | None = None,
    declared: Sequence[Model] | None = None,
) -> Iterator[Contradiction]:
    """Compare these models with the verdicts on them, and repos with their recorded commits.

    `models` are as declared, without the facts of a lock. `declared` are all models of the project,
    if these are not all. Ids without a repo of their own are skipped, and facts that either side
    does not know.
    """
    origins = _origins(declared or models, verdicts)
    for model in models:
        verdict = verdicts.get(model.repo_id)
        if verdict is None or verdict.facts is None or verdict.status in OTHER_REPO:
            continue
        facts, before = verdict.facts, (recorded or {}).get(model.repo_id)
        yield from _original(model, facts, origins)
        yield from _modality(model, facts)
        yield from _parameters(model, facts)
        yield from _stated(model, "context_length", model.context_length, facts.context_length)
        if verdict.license != "other":  # that of those whose license has no name on the Hub
            yield from _stated(model, "license", model.license, verdict.license)
        yield from _revision(model, facts, before.facts if before else None)


def _origins(models: Sequence[Model], verdicts: Mapping[str, Verdict]) -> dict[str, str]:
    """The original of each declared or canonical id, in lower case; that of an original is
    itself."""
    origins = {model.repo_id.casefold(): model.original or model.repo_id for model in models}
    for repo_id, verdict in verdicts.items():
        if repo_id.casefold() in origins and verdict.canonical not in (None, repo_id):
            origins[str(verdict.canonical).casefold()] = origins[repo_id.casefold()]
    return origins


def _original(model: Model, facts: Facts, origins: Mapping[str, str]) -> Iterator[Contradiction]:
    if model.is_original or model.is_mirror or model.is_former:
        return  # their tags name what the original was made from
    named = dict.fromkeys(origins.get(base.casefold(), base) for base in facts.base_models)
    original, is_note = model.original, model.original is None
    if named and (original or "").casefold() not in map(str.casefold, named):
        source = "without an original" if original is None else f"to be from {original}"
        text = f"declared {source}; its tags name {' and '.join(facts.base_models)}"
        write = " or ".join(f'original="{repo_id}"' for repo_id in named)
        cure = f"Write {write}{'' if is_note else ', or correct the card of the repo'}."
        hub = list(facts.base_models)
        yield Contradiction(model, "original", original, hub, text, cure, is_note)


def _modality(model: Model, facts: Facts) -> Iterator[Contradiction]:
    agreeing = _PIPELINES.get(facts.pipeline_tag or "")
    if agreeing is None:
        return
    known = MODALITIES.get(model.modality or "")
    agrees = model.modality in agreeing
    if known is None or model.is_multimodal is not known.is_multimodal:
        # A modality of the project's own, or a flag that says more than the modality.
        agrees |= model.is_multimodal in (None, MODALITIES[agreeing[0]].is_multimodal)
    if not agrees:
        declared = model.modality or f"is_multimodal={model.is_multimodal}"
        text = f"declared as {declared}; its pipeline tag is {facts.pipeline_tag}"
        wanted = " or ".join(f'modality="{modality}"' for modality in agreeing)
        cure = f"Write {wanted}, or correct the card of the repo."
        said = model.modality or model.is_multimodal
        yield Contradiction(model, "modality", said, facts.pipeline_tag, text, cure)


def _parameters(model: Model, facts: Facts) -> Iterator[Contradiction]:
    declared, weights = model.parameters, facts.parameters
    if declared is None or weights is None:
        return
    low, high = FROM_SIZE if read_size(model.size).total == declared else STATED
    if not low * declared <= weights <= high * declared:
        text = f"declared with {declared:,} parameters; its weights are {weights:,}"
        cure = f'Write parameters="{weights / 10**9:.3g}B", or the right size.'
        yield Contradiction(model, "parameters", declared, weights, text, cure)


def _stated(model: Model, fact: str, declared: object, hub: object) -> Iterator[Contradiction]:
    if None not in (declared, hub) and str(declared).casefold() != str(hub).casefold():
        text = f"declared with {fact} {declared!r}; the Hub says {hub!r}"
        cure = f"Write {fact}={hub!r}, or leave it out: the lock says it."
        yield Contradiction(model, fact, declared, hub, text, cure)


def _revision(model: Model, facts: Facts, before: Facts | None) -> Iterator[Contradiction]:
    if before and before.sha and facts.sha and before.sha != facts.sha:
        text = f"moved since {before.sha[:7]}, now at {facts.sha[:7]}"
        cure = "Record it with `hubenum verify --record`."
        yield Contradiction(model, "revision", before.sha, facts.sha, text, cure, is_note=True)
