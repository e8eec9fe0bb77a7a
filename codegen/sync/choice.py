"""The definition that declares an upload, or the reason why none is certain."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..edit.draft import Drafts
from .evidence import Evidence, contradictions, no_variant, unread
from .reader import Reader
from .reading import Reading
from .upload import Upload

Ask = Callable[[Collection[str]], Mapping[str, str | None]]
"""Asks the Hub for the current name of each id: None if the Hub does not have it. Ids that could
not be asked about are missing from the answer."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """An upload that is left to the author."""

    upload: Upload
    why: str
    write: str
    """What to write by hand; "" if unknown."""
    stem: str | None
    """The family it seems to belong to."""
    is_unread: bool
    """Whether no template fits its name, for an unknown reason."""

    @property
    def repo_id(self) -> str:
        """Its id."""
        return self.upload.repo_id


class Chooser:
    """Chooses between the readings of uploads, and records why none is certain."""

    def __init__(self, evidence: Evidence, ask: Ask | None) -> None:
        self.evidence = evidence
        self.left: dict[str, ByHand] = {}
        """The uploads that are left to the author."""
        self._ask = ask
        self._answers: dict[str, str | None] = {}

    def choose(self, uploads: Iterable[Upload], drafts: Drafts) -> list[Reading]:
        """The reading of each upload for which one is certain."""
        reader = Reader(drafts)
        readings = {upload: reader.readings(upload) for upload in uploads}
        chosen = [r for u, several in readings.items() if (r := self._choose(u, several))]
        return self._confirmed(chosen)

    def leave(
        self,
        upload: Upload,
        why: str,
        write: str = "",
        stem: str | None = None,
        *,
        is_unread: bool = False,
    ) -> None:
        """Leave an upload to the author. `stem` is its family; by default, that of the original
        that its tags name."""
        families = self.evidence.families
        named = self.evidence.named(upload)
        stem = stem or next((families[name] for name in named if name in families), None)
        self.left[upload.repo_id] = ByHand(upload, why, write, stem, is_unread)

    def leave_reading(self, reading: Reading, why: str) -> None:
        """Leave an upload to the author, with the definition to add it to."""
        model = " ".join(filter(None, reading.coordinates)) or reading.upload.name
        write = f"Add to {reading.name} by hand: {reading.quant.name} for {model}."
        self.leave(reading.upload, why, write, reading.scheme.stem)

    def _choose(self, upload: Upload, readings: Sequence[Reading]) -> Reading | None:
        """The reading of an upload; None, with the reason recorded, if none is certain."""
        if why := no_variant(upload):
            self.leave(upload, why)
            return None
        named = self.evidence.named(upload)
        readings = [replace(reading, named=named) for reading in readings]
        against = [next(contradictions(reading), None) for reading in readings]
        fitting = [r for r, why in zip(readings, against, strict=True) if why is None]
        if fitting:
            return self._decide(upload, fitting)
        why, write = unread(upload)
        if readings and not write:
            self.leave(upload, against[0] or why, stem=readings[0].scheme.stem)
        else:
            self.leave(upload, why, write, is_unread=not write)
        return None

    def _decide(self, upload: Upload, fitting: Sequence[Reading]) -> Reading | None:
        """The best of several readings; None, with the reason recorded, if another is as good. A
        new model goes to the definition with the nearest version."""
        best = fitting[0]
        if not best.is_known:
            best = min(fitting, key=lambda r: (r.line != best.line, *r.fit, r.cost))
        for rival in (r for r in fitting if r.outcome != best.outcome):
            is_near = rival.line == best.line and not best.is_known
            is_as_good = rival.fit == best.fit or rival.fit[1] < best.fit[1]
            is_as_good |= rival.has_words_of(best.coordinates[0])
            if rival.cost == best.cost or (is_near and is_as_good):
                why = f"it could be {best}, or {rival}"
                self.leave(upload, why, "Declare the right one by hand.", best.scheme.stem)
                return None
        return best

    def _confirmed(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings whose original is confirmed: by a definition, by a tag or by the Hub."""
        doubtful = {r.upload.repo_id: original for r in readings if (original := self._doubt(r))}
        answers = self.ask(dict.fromkeys(doubtful.values()))
        confirmed: list[Reading] = []
        for reading in readings:
            original = doubtful.get(reading.upload.repo_id, "")
            now, named = answers.get(original), reading.named
            is_certain = bool(named) and named[0].islower() and now is None
            if not original or now == original or is_certain:
                confirmed.append(reading)
            elif now and (respelled := reading.respelled(now)):
                confirmed.append(respelled)
            elif named:
                doubt = f"it is not certain that {original} is the same"
                self.leave_reading(reading, f"its tags name {named[0]}, and {doubt}")
            else:
                heard = "does not have it" if original in answers else "could not be asked"
                is_now = f"is {now} on the Hub" if now else f"is a guess: the Hub {heard}"
                self.leave_reading(reading, f"no tag names its original, and {original} {is_now}")
        return confirmed

    def _doubt(self, reading: Reading) -> str | None:
        """The original of a reading, unless a definition or a tag confirms its spelling."""
        named, original = reading.named, reading.original
        if named:
            original = next(o for o in reading.originals if o.casefold() == named[0].casefold())
        if original is None or original in named or self.evidence.is_declared(original):
            return None
        return original

    def ask(self, ids: Iterable[str]) -> Mapping[str, str | None]:
        """The current names of these ids; without ids that the Hub could not be asked about."""
        missing = [i for i in ids if i not in self._answers]
        if missing and self._ask is not None:
            try:
                self._answers |= self._ask(missing)
            except OSError:
                self._ask = None
        return self._answers
