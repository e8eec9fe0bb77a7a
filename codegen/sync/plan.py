"""Uploads that no definition declares, and the edits that would declare them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from ..edit.draft import Draft, Drafts
from ..edit.text import UneditableError
from .declare import declare, group_key
from .evidence import Evidence, Reason, contradiction, no_variant, unread
from .families import Unknown, propose, read_unknown, suggestion
from .reading import Reader, Reading
from .upload import Upload

Ask = Callable[[Collection[str]], Mapping[str, str | None]]
"""Asks the Hub what it calls each of some ids now: None for one that it does not have."""

_ROUNDS = 3
"""How often to read again what was not read: an edit may be what it takes."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What one edit of one definition adds."""

    stem: str
    """The family."""
    definition: str
    """The definition that is edited, or made."""
    kind: str
    """What is added: "quantization", "model", "size", "tag", "version", "modifier", "date", also
    several joined by "and"."""
    what: str
    """The same in full: "size 9B"."""
    uploads: tuple[str, ...]
    """The uploads that it declares."""
    originals: tuple[str, ...]
    """The originals that come with them."""
    marks: Mapping[str, str] = field(default_factory=dict[str, str])
    """Uploads that are private or disabled, and which of the two."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """An upload that is left to the author."""

    repo_id: str
    bases: tuple[str, ...]
    """What the Hub's tags say it was made from."""
    stem: str | None
    """The family it seems to belong to."""
    why: str
    write: str
    """What to write by hand."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done so that the definitions declare every upload."""

    additions: tuple[Addition, ...]
    by_hand: tuple[ByHand, ...]
    gone: tuple[str, ...]
    """Declared uploads that the listing lacks."""
    drafts: Mapping[str, Draft]
    """The families that the additions change, as they would be."""
    proposed: Mapping[str, Draft]
    """Families of which none of the uploads to be declared by hand has one."""
    skipped: Mapping[str, int]
    """How many new uploads were left out, by the reason."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.additions or self.by_hand or self.gone)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which uploads to plan for."""

    families: Collection[str] = ()
    """The families to plan for; all if empty."""
    since: str = ""
    """A day; what is older need not be declared."""
    private: bool = False
    """Whether private and disabled uploads are to be declared."""
    ignored: Sequence[str] = ()
    """Ids or wildcards of uploads that need not be declared."""
    new_families: bool = False
    """Whether files for families that are new are to be made."""


def plan(
    uploads: Iterable[Upload], drafts: Drafts, scope: Scope | None = None, ask: Ask | None = None
) -> Plan:
    """Compare all uploads of their owners with the definitions.

    `uploads` must be complete: what it lacks is listed as gone. Without `ask`, or if it raises
    OSError, an original that no tag names is not written.
    """
    scope = scope or Scope()
    listed = {upload.repo_id: upload for upload in uploads}
    declared = {i: m.family for draft in drafts.values() for i, m in draft.models.items()}
    new, skipped = _chosen(listed, declared, scope)
    other_case = {i.casefold(): i for i in declared if i not in listed}
    work = _Work(drafts, Evidence(drafts, listed.values()), scope, ask)
    for upload in list(new):
        if there := other_case.get(upload.repo_id.casefold()):
            why = f"{there} is declared, in another letter case"
            work.leave(upload, Reason(why, "Run verify --fix."), declared[there])
            new.remove(upload)
    spelled = {one.repo_id.casefold() for one in work.by_hand.values()}
    owners = {upload.owner for upload in listed.values()}
    gone = [
        model.repo_id
        for draft in drafts.values()
        for model in draft.models.values()
        if draft.is_own and not (model.is_original or model.is_mirror) and model.org in owners
        if model.repo_id not in listed and model.repo_id.casefold() not in spelled
        if not scope.families or draft.stem in scope.families
    ]
    new = work.without_renamed(new, gone)
    work.run(new)
    skipped["of other families"] = work.elsewhere
    return Plan(
        tuple(sorted(work.additions, key=lambda a: (a.stem, a.definition, a.uploads))),
        tuple(sorted(work.by_hand.values(), key=lambda one: (one.stem or "~", one.repo_id))),
        tuple(sorted(gone)),
        {stem: draft for stem, draft in work.drafts.items() if draft is not drafts.get(stem)},
        work.proposed,
        {why: count for why, count in skipped.items() if count},
    )


def _chosen(
    listed: Mapping[str, Upload], declared: Collection[str], scope: Scope
) -> tuple[list[Upload], dict[str, int]]:
    """The uploads to declare, and how many others there are, by the reason."""
    chosen: list[Upload] = []
    skipped = {"ignored": 0, "private or disabled": 0, "older": 0}
    for repo_id, upload in sorted(listed.items()):
        if repo_id in declared:
            continue
        if any(fnmatchcase(repo_id.casefold(), one.casefold()) for one in scope.ignored):
            skipped["ignored"] += 1
        elif (upload.is_private or upload.is_disabled) and not scope.private:
            skipped["private or disabled"] += 1
        elif "" < upload.created < scope.since:
            skipped["older"] += 1
        else:
            chosen.append(upload)
    return chosen, skipped


class _Work:
    """The families as edit after edit changes them, and what is left to do."""

    def __init__(self, drafts: Drafts, evidence: Evidence, scope: Scope, ask: Ask | None) -> None:
        self.drafts = dict(drafts)
        self.additions: list[Addition] = []
        self.by_hand: dict[str, ByHand] = {}
        self.elsewhere = 0
        """How many uploads belong to families that were not asked for."""
        self.unknown: dict[str, Unknown] = {}
        self.proposed: dict[str, Draft] = {}
        """Families that could be made."""
        self._evidence = evidence
        self._scope = scope
        self._ask = ask
        self._families = {i: m.family for draft in drafts.values() for i, m in draft.models.items()}
        self._answers: dict[str, str | None] = {}

    def leave(self, upload: Upload, reason: Reason, stem: str | None) -> None:
        """Leave an upload to the author."""
        named = self._evidence.named(upload)
        stem = stem or next((self._families[n] for n in named if n in self._families), None)
        self.by_hand[upload.repo_id] = ByHand(
            upload.repo_id, upload.bases, stem, reason.why, reason.write
        )

    def without_renamed(self, new: Sequence[Upload], gone: Sequence[str]) -> list[Upload]:
        """The uploads that are not declared ones under another name, which `verify --fix` mends."""
        if not gone or not new:
            return list(new)
        names = self._asked(gone)
        renamed = {now: old for old in gone if (now := names.get(old)) and now != old}
        for upload in new:
            if old := renamed.get(upload.repo_id):
                reason = Reason(f"{old} was renamed to it", "Run verify --fix.")
                self.leave(upload, reason, self._families[old])
        return [upload for upload in new if upload.repo_id not in renamed]

    def run(self, uploads: Sequence[Upload]) -> None:
        """Declare what can be declared, and say of the rest why not."""
        waiting = list(uploads)
        for _ in range(_ROUNDS):
            count = len(self.additions)
            groups = self._groups(waiting)
            for group in groups:
                self._add(group)
            waiting = [upload for upload in waiting if upload.repo_id in self.by_hand]
            if len(self.additions) == count:
                break
        self._propose()
        if self._scope.families:
            others = [i for i, one in self.by_hand.items() if one.stem not in self._scope.families]
            self.elsewhere += len(others)
            for repo_id in others:
                del self.by_hand[repo_id]

    def _groups(self, uploads: Sequence[Upload]) -> list[list[Reading]]:
        """The reading of each upload that has one, those together that one edit declares; what
        changes least comes first."""
        reader = Reader(self.drafts)
        chosen: list[Reading] = []
        for upload in uploads:
            reading = self._choose(upload, reader)
            if isinstance(reading, Reading):
                if self._scope.families and reading.scheme.stem not in self._scope.families:
                    self.elsewhere += 1
                    self.by_hand.pop(upload.repo_id, None)
                else:
                    chosen.append(reading)
        groups: dict[tuple[object, ...], list[Reading]] = {}
        for reading in self._confirmed(chosen):
            groups.setdefault(group_key(reading), []).append(reading)
        return sorted(groups.values(), key=lambda g: (g[0].derives, len(g[0].new), g[0].cost))

    def _choose(self, upload: Upload, reader: Reader) -> Reading | None:
        """The way to declare an upload; None, with the reason noted, if it is not certain."""
        if reason := no_variant(upload):
            self.leave(upload, reason, None)
            return None
        named = self._evidence.named(upload)
        readings = reader.readings(upload)
        fitting = [r for r in readings if contradiction(r, named) is None]
        if not fitting:
            reason = next((contradiction(r, named) for r in readings), None)
            stem = readings[0].scheme.stem if readings else None
            if reason is None:
                reason = unread(upload)
                self._note_unknown(upload, named, reason)
            else:
                self.leave(upload, reason, stem)
            return None
        best = fitting[0]
        rival = next((r for r in fitting if r.outcome != best.outcome), None)
        if rival is not None and rival.cost[:6] == best.cost[:6]:
            why = f"it could be {best}, or {rival}"
            self.leave(upload, Reason(why, "Declare the right one by hand."), best.scheme.stem)
            return None
        return best

    def _note_unknown(self, upload: Upload, named: Sequence[str], reason: Reason) -> None:
        """Leave an upload that no template reads to the author, with a definition to begin with."""
        one = None if reason.write else read_unknown(upload, named)
        if one is not None:
            uploader = next((d.uploader for d in self.drafts.values() if d.is_own), "")
            reason = Reason(reason.why, suggestion(one, uploader))
            if one.original:
                self.unknown[upload.repo_id] = one
        self.leave(upload, reason, None)

    def _propose(self) -> None:
        """Make families of the uploads that none has."""
        unknown = [one for i, one in self.unknown.items() if i in self.by_hand]
        for stem, draft in propose(unknown, self.drafts).items():
            ids = tuple(i for i in draft.models if i in self.by_hand)
            if self._scope.new_families:
                self.drafts[stem] = draft
                originals = tuple(sorted(draft.models.keys() - set(ids)))
                names = " and ".join(draft.metas)
                self.additions.append(Addition(stem, names, "family", "new family", ids, originals))
                for repo_id in ids:
                    del self.by_hand[repo_id]
            else:
                self.proposed[stem] = draft

    def _confirmed(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings whose original is declared, named by a tag, or known to the Hub."""
        doubtful: dict[str, str] = {}
        for reading in readings:
            original = reading.original
            if original is None or self._evidence.named(reading.upload):
                continue
            if not self._evidence.is_declared(original):
                doubtful[reading.upload.repo_id] = original
        answers = self._asked(dict.fromkeys(doubtful.values())) if doubtful else {}
        confirmed: list[Reading] = []
        for reading in readings:
            original = doubtful.get(reading.upload.repo_id)
            if original is None or answers.get(original) == original:
                confirmed.append(reading)
                continue
            now = answers.get(original)
            heard = "could not be asked" if original not in answers else "does not have it"
            why = f"no tag names its original, and {original} "
            why += f"is {now} on the Hub" if now else f"is a guess: the Hub {heard}"
            self.leave(reading.upload, Reason(why, _addition(reading)), reading.scheme.stem)
        return confirmed

    def _asked(self, ids: Iterable[str]) -> Mapping[str, str | None]:
        """What the Hub calls these ids; without those that it could not be asked about."""
        missing = [i for i in ids if i not in self._answers]
        if missing and self._ask is not None:
            try:
                self._answers |= self._ask(missing)
            except OSError:
                self._ask = None
        return self._answers

    def _add(self, group: Sequence[Reading]) -> None:
        """Declare the uploads of a group together; if that fails, in halves."""
        named = {r.upload.repo_id: self._evidence.named(r.upload) for r in group}
        try:
            draft, name = declare(self.drafts, group, named)
        except UneditableError as error:
            if len(group) > 1:
                half = len(group) // 2
                self._add(group[:half])
                self._add(group[half:])
            else:
                (reading,) = group
                scheme = reading.scheme
                where = scheme.meta.where
                why = f"{scheme.definition} ({where}) nearly declares it, but {error}"
                self.leave(reading.upload, Reason(why, _addition(reading)), scheme.stem)
            return
        before, self.drafts[draft.stem] = self.drafts[draft.stem], draft
        self.additions += _additions(group, name, before, draft)
        for reading in group:
            self.by_hand.pop(reading.upload.repo_id, None)


_KINDS = {
    "model_version": "version",
    "size": "size",
    "instruct_tag": "tag",
    "modifier": "modifier",
}


def _additions(
    group: Sequence[Reading], name: str, before: Draft, after: Draft
) -> Iterable[Addition]:
    """What an edit adds, apart by what is new."""
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


def _addition(reading: Reading) -> str:
    """What the author has to add to a definition."""
    model = " ".join(filter(None, reading.coordinates)) or reading.upload.name
    quant = reading.quant.name
    return f"Add to {reading.scheme.definition} by hand: {quant} for {model}."
