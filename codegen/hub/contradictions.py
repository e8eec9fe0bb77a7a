"""Declared facts, compared with what the Hub says of the repos."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..models.model import Model
from ..names.size import read_size
from ..schema import MODALITIES
from .facts import Facts
from .verdict import OTHER_REPO, Verdict

FROM_SIZE = (0.6, 1.7)
"""How much of the number that a size names the weights may be: "3B" has up to 4.7 billion."""
STATED = (0.9, 1.1)
"""The same for a number that a definition states."""

_ANY = ("image", "speech", "video", "vision")
_PIPELINES: Mapping[str, Sequence[str]] = {
    "text-generation": ("text", "code"),
    "text2text-generation": ("text", "code"),
    "summarization": ("text",),
    "translation": ("text",),
    "fill-mask": ("text", "embedding"),
    "text-classification": ("text", "embedding"),
    "text-ranking": ("text", "embedding"),
    "feature-extraction": ("embedding",),
    "sentence-similarity": ("embedding",),
    "image-text-to-text": ("vision",),
    "image-to-text": ("vision",),
    "visual-question-answering": ("vision",),
    "document-question-answering": ("vision",),
    "video-text-to-text": ("vision", "video"),
    "audio-text-to-text": ("speech",),
    "audio-to-audio": ("speech",),
    "automatic-speech-recognition": ("speech",),
    "text-to-audio": ("speech",),
    "text-to-speech": ("speech",),
    "text-to-image": ("image",),
    "image-to-image": ("image",),
    "image-text-to-image": ("image",),
    "unconditional-image-generation": ("image",),
    "text-to-video": ("video",),
    "image-to-video": ("video",),
    "image-text-to-video": ("video",),
    "video-to-video": ("video",),
    "any-to-any": _ANY,
}
"""The modalities that agree with each pipeline tag. Other tags say nothing of the modality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A fact of which the Hub says something else than the definition, or than the lock."""

    model: Model
    """The model."""
    fact: str
    """What it is about: "original", "modality", "parameters", "license", "context_length", or
    "revision" for a repo that has moved on."""
    declared: object
    """What the definition says, or the lock of a revision."""
    hub: object
    """What the Hub says."""
    text: str
    """Both in a sentence."""
    cure: str
    """What to do, in a sentence."""
    is_note: bool = False
    """Whether it is worth knowing and nothing is wrong."""


def contradictions(
    models: Sequence[Model],
    verdicts: Mapping[str, Verdict],
    recorded: Mapping[str, Verdict] | None = None,
    declared: Sequence[Model] | None = None,
) -> Iterator[Contradiction]:
    """Compare these models with the verdicts on them, and repos with their recorded commits.

    `models` are as declared, without what a lock adds; `declared` are all models of the project, if
    these are not all. Ids that lead to no repo or to another one are left out, and what either side
    does not know.
    """
    origins = _Origins(declared or models, verdicts)
    for model in models:
        verdict = verdicts.get(model.repo_id)
        if verdict is None or verdict.facts is None or verdict.status in OTHER_REPO:
            continue
        yield from _original(model, verdict.facts, origins)
        for compare in (_modality, _parameters, _context_length):
            yield from compare(model, verdict.facts)
        yield from _license(model, verdict.license)
        before = recorded.get(model.repo_id) if recorded else None
        yield from _revision(model, verdict.facts, before.facts if before else None)


class _Origins:
    """What ids that tags name were made from, as far as that is declared."""

    def __init__(self, models: Sequence[Model], verdicts: Mapping[str, Verdict]) -> None:
        self._originals = {m.repo_id.casefold(): m.original or m.repo_id for m in models}
        self._originals |= {
            verdict.canonical.casefold(): self._originals[repo_id.casefold()]
            for repo_id, verdict in verdicts.items()
            if verdict.canonical and verdict.canonical != repo_id
            if repo_id.casefold() in self._originals
        }

    def of(self, repo_id: str) -> str:
        """The original of a repo; the repo itself if it is one, or if nobody declares it."""
        return self._originals.get(repo_id.casefold(), repo_id)


def _original(model: Model, facts: Facts, origins: _Origins) -> Iterator[Contradiction]:
    named = tuple(dict.fromkeys(map(origins.of, facts.base_models)))
    if not named or model.is_original or model.is_mirror or model.is_former:
        return  # their tags name what the original was made from
    texts = " and ".join(facts.base_models)
    write = " or ".join(f'original="{repo_id}"' for repo_id in named)
    original, is_note = model.original, model.original is None
    if original is None or original.casefold() not in {repo_id.casefold() for repo_id in named}:
        source = "without an original" if original is None else f"to be from {original}"
        yield Contradiction(
            model=model,
            fact="original",
            declared=original,
            hub=list(facts.base_models),
            text=f"declared {source}; its tags name {texts}",
            cure=f"Write {write}{'' if is_note else ', or correct the card of the repo'}.",
            is_note=is_note,
        )


def _modality(model: Model, facts: Facts) -> Iterator[Contradiction]:
    agreeing = _PIPELINES.get(facts.pipeline_tag or "")
    if agreeing is None:
        return
    is_multimodal = MODALITIES[agreeing[0]].is_multimodal
    known = MODALITIES.get(model.modality or "")
    agrees = model.modality in agreeing
    if known is None or model.is_multimodal is not known.is_multimodal:
        # A modality of the project's own, or a flag that says more than the modality.
        agrees = agrees or model.is_multimodal in (None, is_multimodal)
    if not agrees:
        declared = model.modality or f"is_multimodal={model.is_multimodal}"
        wanted = " or ".join(f'modality="{modality}"' for modality in agreeing)
        yield Contradiction(
            model=model,
            fact="modality",
            declared=model.modality if model.modality else model.is_multimodal,
            hub=facts.pipeline_tag,
            text=f"declared as {declared}; its pipeline tag is {facts.pipeline_tag}",
            cure=f"Write {wanted}, or correct the card of the repo.",
        )


def _parameters(model: Model, facts: Facts) -> Iterator[Contradiction]:
    declared, weights = model.parameters, facts.parameters
    if declared is None or weights is None:
        return
    is_stated = read_size(model.size).total != declared
    low, high = STATED if is_stated else FROM_SIZE
    if not low * declared <= weights <= high * declared:
        yield Contradiction(
            model=model,
            fact="parameters",
            declared=declared,
            hub=weights,
            text=f"declared with {declared:,} parameters; its weights are {weights:,}",
            cure=f'Write parameters="{weights / 10**9:.3g}B", or the right size.',
        )


def _context_length(model: Model, facts: Facts) -> Iterator[Contradiction]:
    yield from _stated(model, "context_length", model.context_length, facts.context_length)


def _license(model: Model, license: str | None) -> Iterator[Contradiction]:
    """ "other" is the license of those whose license has no name on the Hub."""
    is_same = license == "other" or (license or "").casefold() == (model.license or "").casefold()
    yield from _stated(model, "license", model.license, model.license if is_same else license)


def _stated(model: Model, fact: str, declared: object, hub: object) -> Iterator[Contradiction]:
    if declared is not None and hub is not None and declared != hub:
        yield Contradiction(
            model=model,
            fact=fact,
            declared=declared,
            hub=hub,
            text=f"declared with {fact} {declared!r}; the Hub says {hub!r}",
            cure=f"Write {fact}={hub!r}, or leave it out: the lock says it.",
        )


def _revision(model: Model, facts: Facts, before: Facts | None) -> Iterator[Contradiction]:
    if before and before.sha and facts.sha and before.sha != facts.sha:
        yield Contradiction(
            model=model,
            fact="revision",
            declared=before.sha,
            hub=facts.sha,
            text=f"moved since {before.sha[:7]}, now at {facts.sha[:7]}",
            cure="Record it with `hubenum verify --record`.",
            is_note=True,
        )
