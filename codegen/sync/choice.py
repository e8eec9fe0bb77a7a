"""Which definition is to declare an upload, and why none is certain."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..edit.draft import Drafts
from .evidence import Evidence, contradictions, no_variant, unread
from .reader import Reader
from .reading import Reading
from .upload import Upload

Ask = Callable[[Collection[str]], Mapping[str, str | None]]
"""Asks the Hub what it calls each of some ids now: None for one that it does not have. Ids that it
could not be asked about are missing from the answer."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """An upload that is left to the author."""

    upload: Upload
    why: str
    write: str
    """What to write by hand; "" if that is not known."""
    stem: str | None
    """The family it seems to belong to."""
    is_unread: bool
    """Whether no template reads its name, and it is not known why."""

    @property
    def repo_id(self) -> str:
        """Its id."""
        return self.upload.repo_id


class Chooser:
    """Chooses between the readings of uploads, and notes why none will do."""

    def __init__(self, evidence: Evidence, ask: Ask | None) -> None:
        self.evidence = evidence
        self.left: dict[str, ByHand] = {}
        """The uploads that are left to the author."""
        self._ask = ask
        self._answers: dict[str, str | None] = {}

    def choose(self, uploads: Iterable[Upload], drafts: Drafts) -> list[Reading]:
        """The way to declare each upload of which it is certain."""
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
        """Leave an upload to the author, in this family, or in that of the original it names."""
        families = self.evidence.families
        named = self.evidence.named(upload)
        stem = stem or next((families[name] for name in named if name in families), None)
        self.left[upload.repo_id] = ByHand(upload, why, write, stem, is_unread)

    def leave_reading(self, reading: Reading, why: str) -> None:
        """Leave an upload to the author that a definition reads."""
        model = " ".join(filter(None, reading.coordinates)) or reading.upload.name
        write = f"Add to {reading.name} by hand: {reading.quant.name} for {model}."
        self.leave(reading.upload, why, write, reading.scheme.stem)

    def _choose(self, upload: Upload, readings: Sequence[Reading]) -> Reading | None:
        """The way to declare an upload; None, with the reason noted, if it is not certain."""
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
        """The best of several readings; None, with the reason noted, if two are as good. Of two
        definitions of one line, the one with the nearest version has a model that is new."""
        best = fitting[0]
        if not best.is_known:
            best = min(fitting, key=lambda r: (r.line != best.line, *r.fit, r.cost))
        for rival in (r for r in fitting if r.outcome != best.outcome):
            is_near = rival.line == best.line and not best.is_known
            is_as_near = rival.fit == best.fit or rival.fit[1] < best.fit[1]
            if rival.cost == best.cost or (is_near and is_as_near):
                why = f"it could be {best}, or {rival}"
                self.leave(upload, why, "Declare the right one by hand.", best.scheme.stem)
                return None
        return best

    def _confirmed(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings whose original is declared, or named by a tag in the same letters, or known
        to the Hub."""
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
        """The original of a reading, if neither a definition nor a tag spells it so."""
        named, original = reading.named, reading.original
        if named:
            original = next(o for o in reading.originals if o.casefold() == named[0].casefold())
        if original is None or original in named or self.evidence.is_declared(original):
            return None
        return original

    def ask(self, ids: Iterable[str]) -> Mapping[str, str | None]:
        """What the Hub calls these ids; without those that it could not be asked about."""
        missing = [i for i in ids if i not in self._answers]
        if missing and self._ask is not None:
            try:
                self._answers |= self._ask(missing)
            except OSError:
                self._ask = None
        return self._answers
