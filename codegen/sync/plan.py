"""Uploads that no definition declares, and the edits that would declare them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from ..edit.draft import Draft, Drafts
from ..edit.source import UneditableError
from .choice import Ask, ByHand, Chooser
from .declare import Addition, declare, group_key
from .evidence import Evidence
from .families import Unknown, propose, read_unknown, suggestion
from .reading import Reading
from .upload import Upload

_ROUNDS = 3
"""How often to read uploads again: after an edit, more of them may fit."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits that make the definitions declare every upload."""

    additions: tuple[Addition, ...]
    by_hand: tuple[ByHand, ...]
    gone: tuple[str, ...]
    """Declared uploads that are not in the listing."""
    drafts: Mapping[str, Draft]
    """The changed families after the edits."""
    proposed: Mapping[str, Draft]
    """New families for some of the uploads left by hand."""
    skipped: Mapping[str, int]
    """The number of uploads that were left out, by reason."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.additions or self.by_hand or self.gone)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which uploads to plan for."""

    families: Collection[str] = ()
    """The families to plan for; empty for all."""
    since: str = ""
    """A day, "2026-11-25"; older uploads are left out."""
    private: bool = False
    """Whether to include private and disabled uploads."""
    ignored: Sequence[str] = ()
    """Ids or wildcards of uploads to leave out."""
    new_families: bool = False
    """Whether to add files for new families."""


def plan(
    uploads: Iterable[Upload], drafts: Drafts, scope: Scope | None = None, ask: Ask | None = None
) -> Plan:
    """Compare all uploads of their owners with the definitions.

    `uploads` must be complete: declared ones that it lacks are reported as gone. Without `ask`, or
    if it raises OSError, originals that no tag names stay unconfirmed.
    """
    scope = scope or Scope()
    listed = {upload.repo_id: upload for upload in uploads}
    chooser = Chooser(Evidence(drafts, listed.values()), ask)
    undeclared = sorted(listed.keys() - chooser.evidence.families.keys())
    reasons = {repo_id: _reason_to_skip(listed[repo_id], scope) for repo_id in undeclared}
    new = [listed[repo_id] for repo_id, reason in reasons.items() if not reason]
    skipped = Counter(filter(None, reasons.values()))
    gone = _gone(listed, drafts, scope)
    new = _without_renamed(new, gone, chooser)
    gone = [repo_id for repo_id in gone if repo_id.casefold() not in map(str.casefold, listed)]
    work = _Work(drafts, chooser, scope)
    work.run(new)
    by_hand = list(chooser.left.values())
    if scope.families:
        skipped["of other families"] = work.elsewhere
        skipped["of other families"] += sum(one.stem not in scope.families for one in by_hand)
        by_hand = [one for one in by_hand if one.stem in scope.families]
    return Plan(
        tuple(sorted(work.additions, key=lambda a: (a.stem, a.definition, a.uploads))),
        tuple(sorted(by_hand, key=lambda one: (one.stem or "~", one.repo_id))),
        tuple(gone),
        {stem: draft for stem, draft in work.drafts.items() if draft is not drafts.get(stem)},
        work.proposed,
        {reason: count for reason, count in sorted(skipped.items()) if count},
    )


def _gone(listed: Mapping[str, Upload], drafts: Drafts, scope: Scope) -> list[str]:
    """The declared uploads that the listing of their owner lacks."""
    owners = {upload.owner for upload in listed.values()}
    chosen = [d for d in drafts.values() if not scope.families or d.stem in scope.families]
    models = [model for draft in chosen if draft.is_own for model in draft.models.values()]
    uploads = [model for model in models if not (model.is_original or model.is_mirror)]
    return sorted(m.repo_id for m in uploads if m.org in owners and m.repo_id not in listed)


def _without_renamed(new: Sequence[Upload], gone: Sequence[str], chooser: Chooser) -> list[Upload]:
    """The uploads without those that are renamed or respelled declared ones: `verify --fix`
    corrects these."""
    in_other_case = {repo_id.casefold(): repo_id for repo_id in gone}
    names = chooser.ask(gone if new else ())
    renamed = {now: old for old in gone if (now := names.get(old)) and now != old}
    rest: list[Upload] = []
    for upload in new:
        if old := in_other_case.get(upload.repo_id.casefold()):
            why = f"{old} is declared, in another letter case"
        elif old := renamed.get(upload.repo_id):
            why = f"{old} was renamed to it"
        else:
            rest.append(upload)
            continue
        chooser.leave(upload, why, "Run verify --fix.", chooser.evidence.families[old])
    return rest


def _reason_to_skip(upload: Upload, scope: Scope) -> str:
    """Why an upload is left out; "" if it is not."""
    repo_id = upload.repo_id.casefold()
    if any(fnmatchcase(repo_id, pattern.casefold()) for pattern in scope.ignored):
        return "ignored"
    if (upload.is_private or upload.is_disabled) and not scope.private:
        return "private or disabled"
    return "older" if "" < upload.created < scope.since else ""


class _Work:
    """The families while edits are made, and what is left."""

    def __init__(self, drafts: Drafts, chooser: Chooser, scope: Scope) -> None:
        self.drafts = dict(drafts)
        self.additions: list[Addition] = []
        self.proposed: dict[str, Draft] = {}
        """New families that could be added."""
        self.elsewhere = 0
        """The number of uploads of families outside the scope."""
        self._chooser = chooser
        self._scope = scope

    def run(self, uploads: Sequence[Upload]) -> None:
        """Declare what can be declared; read the rest again after edits."""
        waiting = list(uploads)
        for _ in range(_ROUNDS):
            count = len(self.additions)
            for group in self._groups(waiting):
                self._add(group)
            waiting = [upload for upload in waiting if upload.repo_id in self._chooser.left]
            if len(self.additions) == count or not waiting:
                break
        self._propose()

    def _groups(self, uploads: Sequence[Upload]) -> list[list[Reading]]:
        """The readings of uploads, grouped by edit; the smallest edit comes first."""
        groups: dict[tuple[object, ...], list[Reading]] = {}
        for reading in self._chooser.choose(uploads, self.drafts):
            self._chooser.left.pop(reading.upload.repo_id, None)
            if self._scope.families and reading.scheme.stem not in self._scope.families:
                self.elsewhere += 1
            else:
                groups.setdefault(group_key(reading), []).append(reading)
        return sorted(groups.values(), key=lambda g: (g[0].derives, len(g[0].new), g[0].cost))

    def _add(self, group: Sequence[Reading]) -> None:
        """Declare a group of uploads in one edit, or each half by itself if that fails."""
        try:
            draft, additions = declare(self.drafts, group)
        except UneditableError as error:
            if len(group) > 1:
                half = len(group) // 2
                self._add(group[:half])
                self._add(group[half:])
            else:
                name, where = group[0].name, group[0].scheme.meta.where
                why = f"{name} ({where}) nearly declares it, but {error}"
                self._chooser.leave_reading(group[0], why)
            return
        self.drafts[draft.stem] = draft
        self.additions += additions

    def _propose(self) -> None:
        """Suggest a definition for each unknown model, and propose or add families for them."""
        left, unknown = self._chooser.left, list[Unknown]()
        uploader = next((d.uploader for d in self.drafts.values() if d.is_own), "")
        for repo_id, one in left.items():
            named = self._chooser.evidence.named(one.upload)
            if one.is_unread and (model := read_unknown(one.upload, named)):
                left[repo_id] = replace(one, write=suggestion(model, uploader))
                unknown += [model] if model.original else []
        unknown.sort(key=lambda one: one.upload.repo_id)
        for stem, draft in propose(unknown, self.drafts).items():
            if not self._scope.new_families:
                self.proposed[stem] = draft
                continue
            self.drafts[stem] = draft
            ids = tuple(repo_id for repo_id in draft.models if repo_id in left)
            originals = tuple(sorted(draft.models.keys() - set(ids)))
            names = " and ".join(draft.metas)
            self.additions.append(Addition(stem, names, "family", "new family", ids, originals))
            for repo_id in ids:
                del left[repo_id]
