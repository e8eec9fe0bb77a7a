"""Uploads that no definition declares, and the smallest edits that would declare them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..edit.draft import Draft, Drafts
from ..edit.text import UneditableError
from ..names.constant import constant_name
from ..schema import QuantType
from .declare import declare, group_key
from .reading import Reading, readings
from .upload import Upload

_TRIES = 6
"""How many readings of one upload to try before it is left to the author."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One edit of one definition."""

    stem: str
    """The family."""
    definition: str
    """The definition that is edited, or made."""
    kind: str
    """What is added: "quantisation", "model", "size", "tag", "version", "modifier", also several
    joined by "and"."""
    what: str
    """The same in full: "size 9B"."""
    uploads: tuple[str, ...]
    """The uploads that it declares."""
    originals: tuple[str, ...]
    """The upstream repos that come with them."""
    unconfirmed: tuple[str, ...]
    """Those of the originals that the Hub's tags do not name."""


@dataclass(frozen=True, slots=True)
class Left:
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
    left: tuple[Left, ...]
    gone: tuple[str, ...]
    """Declared uploads that the listing lacks."""
    drafts: Mapping[str, Draft]
    """The families that the additions change, as they would be."""
    families: Mapping[str, str]
    """The family of each declared id."""

    @property
    def is_empty(self) -> bool:
        """Whether definitions and uploads agree."""
        return not (self.additions or self.left or self.gone)


def plan(uploads: Iterable[Upload], drafts: Drafts, *, since: str = "") -> Plan:
    """Compare all uploads of their owners with the definitions. `uploads` must be complete: what
    it lacks is listed as gone. What is older than `since`, a day, need not be declared."""
    listed = {upload.repo_id: upload for upload in uploads}
    owners = {upload.owner for upload in listed.values()}
    declared = {
        model.repo_id: model.family for draft in drafts.values() for model in draft.models.values()
    }
    in_other_case = {repo_id.casefold(): repo_id for repo_id in declared if repo_id not in listed}
    new = [
        upload
        for repo_id, upload in sorted(listed.items())
        if repo_id not in declared and not "" < upload.created < since
    ]
    left = [
        _in_other_case(upload, in_other_case[upload.repo_id.casefold()], declared)
        for upload in new
        if upload.repo_id.casefold() in in_other_case
    ]
    spelled = {one.repo_id.casefold() for one in left}
    new = [upload for upload in new if upload.repo_id.casefold() not in spelled]
    work = _Work(dict(drafts))
    for group in _groups(new, drafts):
        work.add(group)
    work.unread += [upload for upload in new if not work.seen(upload)]
    left += [_left(upload, drafts, declared, work.reasons) for upload in work.unread]
    uploaded = {
        model.repo_id
        for draft in drafts.values()
        for model in draft.models.values()
        if draft.is_own and not (model.is_original or model.is_mirror) and model.org in owners
    }
    gone = [i for i in sorted(uploaded - listed.keys()) if i.casefold() not in spelled]
    changed = {stem: draft for stem, draft in work.drafts.items() if draft is not drafts[stem]}
    return Plan(
        tuple(sorted(work.additions, key=lambda a: (a.stem, a.definition, a.uploads))),
        tuple(sorted(left, key=lambda one: (one.stem or "~", one.repo_id))),
        tuple(gone),
        changed,
        declared,
    )


def select(found: Plan, stems: Sequence[str]) -> Plan:
    """What of a plan concerns these families; all of it without any."""
    if not stems:
        return found
    return Plan(
        tuple(one for one in found.additions if one.stem in stems),
        tuple(one for one in found.left if one.stem in stems),
        tuple(repo_id for repo_id in found.gone if found.families[repo_id] in stems),
        {stem: draft for stem, draft in found.drafts.items() if stem in stems},
        found.families,
    )


class _Work:
    """The families as edit after edit changes them."""

    def __init__(self, drafts: Drafts) -> None:
        self.drafts = drafts
        self.additions: list[Addition] = []
        self.unread: list[Upload] = []
        self.reasons: dict[str, tuple[Reading, str]] = {}
        self._seen: set[str] = set()

    def seen(self, upload: Upload) -> bool:
        """Whether it was read at all."""
        return upload.repo_id in self._seen

    def add(self, group: Sequence[Reading]) -> None:
        """Declare the uploads of a group together; failing that, one by one; failing that, in
        another way."""
        self._seen |= {reading.upload.repo_id for reading in group}
        reason = self._try(group)
        if reason is None:
            return
        for reading in group:
            if len(group) > 1:
                reason = self._try([reading])
            if reason is not None:
                self._try_others(reading, reason)

    def _try_others(self, reading: Reading, reason: str) -> None:
        upload = reading.upload
        for other in readings(upload, self.drafts)[:_TRIES]:
            is_another = group_key(other) != group_key(reading) and not other.contradicts
            if is_another and self._try([other]) is None:
                return
        self.reasons[upload.repo_id] = (reading, reason)
        self.unread.append(upload)

    def _try(self, group: Sequence[Reading]) -> str | None:
        """Why it cannot be done; None if it is."""
        stem = group[0].stem
        try:
            draft, name = declare(self.drafts, group)
        except UneditableError as error:
            return str(error)
        before, self.drafts[stem] = self.drafts[stem], draft
        self.additions.append(_addition(group, name, before, draft))
        return None


def _groups(uploads: Sequence[Upload], drafts: Drafts) -> list[list[Reading]]:
    """The best reading of each upload that has one, those together that one edit declares; what
    changes least comes first."""
    groups: dict[tuple[object, ...], list[Reading]] = {}
    for upload in uploads:
        found = readings(upload, drafts)
        if found:
            groups.setdefault(group_key(found[0]), []).append(found[0])
    return sorted(groups.values(), key=lambda g: (g[0].derives, len(g[0].new), g[0].cost))


_KINDS = {
    "model_version": "version",
    "size": "size",
    "instruct_tag": "tag",
    "modifier": "modifier",
}


def _addition(group: Sequence[Reading], name: str, before: Draft, after: Draft) -> Addition:
    first = group[0]
    version, size, tag = first.cell
    values = {"model_version": version, "size": size, "instruct_tag": tag}
    values["modifier"] = first.modifier
    fields = [f for f in first.new if not first.derives or f in ("model_version", "modifier")]
    kinds = [_KINDS[field] for field in fields]
    what = " and ".join(f"{_KINDS[f]} {values[f] or 'without one'}" for f in fields)
    if not fields:
        kinds = ["quantisation" if first.is_known else "model"]
        words = dict.fromkeys(r.quant.name if r.is_known else _model(r) for r in group)
        what = f"{kinds[0]}{'s'[: len(words) != 1]} {', '.join(words)}"
    uploads = tuple(reading.upload.repo_id for reading in group)
    originals = sorted(after.models.keys() - before.models.keys() - set(uploads))
    named = {base for reading in group for base in reading.upload.bases}
    return Addition(
        stem=first.stem,
        definition=name,
        kind=" and ".join(kinds),
        what=what,
        uploads=uploads,
        originals=tuple(originals),
        unconfirmed=tuple(original for original in originals if original not in named),
    )


def _model(reading: Reading) -> str:
    return " ".join(filter(None, reading.cell)) or reading.upload.name


def _in_other_case(upload: Upload, declared: str, families: Mapping[str, str]) -> Left:
    why = f"{declared} is declared, in another letter case"
    return Left(upload.repo_id, upload.bases, families[declared], why, "Run verify --fix.")


def _left(
    upload: Upload,
    drafts: Drafts,
    declared: Mapping[str, str],
    reasons: Mapping[str, tuple[Reading, str]],
) -> Left:
    """What to say of an upload that no edit declares."""
    if upload.repo_id in reasons:
        reading, reason = reasons[upload.repo_id]
        meta = drafts[reading.stem].metas[reading.definition]
        why = f"{reading.definition} ({meta.where}) nearly declares it, but {reason}"
        return Left(upload.repo_id, upload.bases, reading.stem, why, _addition_by_hand(reading))
    stem = next((declared[base] for base in upload.bases if base in declared), None)
    return Left(
        upload.repo_id, upload.bases, stem, "no template gives its name", suggestion(upload)
    )


def _addition_by_hand(reading: Reading) -> str:
    """What its author has to add to a definition that this code cannot edit."""
    model = " ".join(filter(None, reading.cell)) or reading.upload.name
    spelled = f', spelled "{reading.spelled}"' if reading.spelled else ""
    return f"Add to {reading.definition} by hand: {reading.quant.name} for {model}{spelled}."


def suggestion(upload: Upload) -> str:
    """A definition that declares one upload, for its author to make a better one of."""
    by_length = sorted(QuantType, key=lambda quant: -len(quant.value))
    quant = next(q for q in by_length if not q or upload.name.endswith(f"-{q.value}"))
    stem = upload.name.removesuffix(f"-{quant.value}") if quant else upload.name
    base = upload.bases[0] if upload.bases else ""
    org, _, upstream = base.partition("/")
    original = "" if upstream == stem else f', original="{base}"' if base else ", original=None"
    name = re.sub(r"^\d", "_", constant_name(stem, QuantType.NONE))
    return (
        f'{name} = ModelMeta(org="{org or upload.owner}", base_name="{stem}", '
        f"quant_types=[{quant.name}]{original})"
    )
