"""Families with edits that are not written yet, and the checks that an edit has to pass."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..files import replace_file
from ..load.definitions import Definition, load, load_file
from ..load.extends import Folder
from ..models.expand import expand, read
from ..models.model import Family, Model
from ..names.owner import PLAIN
from ..problem import DefinitionError
from ..schema import ModelMeta
from .encoding import decoded, encoded
from .source import UneditableError


@dataclass(frozen=True, slots=True)
class Draft:
    """One family, before or after an edit."""

    definition: Definition
    text: str
    """The text of the file, with LF line ends."""
    models: Mapping[str, Model]
    """Its models by repo id, including originals that another family declares too."""
    is_own: bool = True
    """Whether it belongs to the project; definitions that the project extends are not edited."""
    encoding: str = "utf-8"
    """The encoding of the file; "utf-8-sig" if it begins with a byte-order mark."""

    @property
    def uploader(self) -> str:
        """The namespace of the uploads, unless a definition states its own."""
        return self.definition.uploader

    @property
    def stem(self) -> str:
        """The name of the family's file."""
        return self.definition.stem

    @property
    def uploaders(self) -> frozenset[str]:
        """The namespaces of all its uploads."""
        return frozenset(meta.uploader or self.uploader for meta in self.definition.metas)

    @property
    def metas(self) -> dict[str, ModelMeta]:
        """The definitions by name, in the order of the file."""
        mine, named = set(map(id, self.definition.metas)), self.definition.names.items()
        return {n: meta for n, meta in named if isinstance(meta, ModelMeta) and id(meta) in mine}


Drafts = dict[str, Draft]
"""Families by the stem of their file name."""


def read_drafts(*folders: Folder) -> Drafts:
    """Read the definitions of these folders; the last folder is the project's own.

    Raises DefinitionError for mistakes in them.
    """
    read(*folders)
    drafts: Drafts = {}
    for folder in folders:
        for definition in load(folder)[0]:
            text, encoding = decoded(definition.path.read_bytes())
            is_own = folder is folders[-1]
            drafts[definition.stem] = _draft(definition, text, is_own, encoding)
    return drafts


def revised(drafts: Mapping[str, Draft], stem: str, text: str, gained: Collection[str]) -> Draft:
    """The family with this text, if all that it does is to declare `gained` and their originals.

    Raises UneditableError, with the reason, if it would do anything else.
    """
    new = _redraft(drafts[stem], text)
    originals = {new.models[repo_id].original for repo_id in gained if repo_id in new.models}
    _refuse_other_changes(drafts, new, gained, may_come=originals)
    return new


def new_draft(
    drafts: Mapping[str, Draft], path: Path, uploader: str, text: str, gained: Collection[str]
) -> Draft:
    """A new family with this text, if it declares `gained`, their originals and nothing else.

    Raises UneditableError, with the reason, if it does not.
    """
    templates = (draft.definition.constants for draft in drafts.values() if draft.is_own)
    constants = next(templates, PLAIN)
    empty = Draft(Definition(path.stem, path, "", uploader, (), constants=constants), "", {})
    return revised({**drafts, path.stem: empty}, path.stem, text, gained)


def renamed(
    drafts: Mapping[str, Draft], stem: str, text: str, canonical: Mapping[str, str]
) -> tuple[Draft, dict[str, str]]:
    """The family with this text, and the renames that it makes, old id to new.

    Raises UneditableError, with the reason, if it changes anything other than ids to their
    canonical ones, or changes nothing.
    """
    new = _redraft(drafts[stem], text)
    gone = drafts[stem].models.keys() - new.models.keys()
    solved = {repo_id: canonical[repo_id] for repo_id in sorted(gone & canonical.keys())}
    _refuse_other_changes(drafts, new, solved.values(), may_go=solved, same=_kind)
    if not solved:
        raise UneditableError("nothing would change")
    return new, solved


def _kind(model: Model) -> tuple[object, ...]:
    """The attributes that must survive when other ids are renamed."""
    kind = (model.quant_type, model.is_multimodal, model.modality, model.modifier)
    return (*kind, model.constant, model.is_original, model.is_mirror)


def _refuse_other_changes(
    drafts: Mapping[str, Draft],
    new: Draft,
    come: Collection[str],
    *,
    may_come: Collection[str | None] = (),
    may_go: Collection[str] = (),
    same: Callable[[Model], object] = lambda model: model,
) -> None:
    """Refuse a family that does not declare all of `come`; that adds, drops or changes other
    models; or whose models clash with those of other families."""
    before, after = drafts[new.stem].models, new.models
    if gone := sorted(before.keys() - after.keys() - {*may_go}):
        raise UneditableError(f"it would not declare {_some(gone)} any more")
    added = after.keys() - before.keys()
    if missing := sorted({*come} - after.keys()):
        raise UneditableError(f"it would not declare {_some(missing)}")
    if more := sorted(added - {*come, *may_come}):
        raise UneditableError(f"it would declare {_some(more)} as well")
    kept = before.keys() & after.keys()
    if changed := sorted(i for i in kept if same(before[i]) != same(after[i])):
        raise UneditableError(f"it would change {_some(changed)}")
    _refuse_clashes(drafts, new, added)


def families_of(drafts: Mapping[str, Draft]) -> tuple[Family, ...]:
    """All families after the edits. Raises DefinitionError if they contradict each other."""
    ordered = [drafts[stem].definition for stem in sorted(drafts)]
    families, problems = expand(ordered)
    if problems:
        raise DefinitionError(problems)
    return families


def check_the_rest(drafts: Mapping[str, Draft], draft: Draft) -> None:
    """Raise UneditableError if this family would change any attribute of a declared model, in any
    family.
    """
    try:
        before, after = families_of(drafts), families_of({**drafts, draft.stem: draft})
    except DefinitionError as error:
        raise UneditableError(error.problems[0].message) from None
    now = {model.repo_id: model for family in after for model in family.models}
    models = [model for family in before for model in family.models]
    if changed := [model.repo_id for model in models if now.get(model.repo_id) != model]:
        raise UneditableError(f"it would change {_some(changed)}")


def write(draft: Draft, before: Draft | None) -> None:
    """Write a family in one step; unchanged lines keep their line ends.

    Raises UneditableError if the file has changed since it was read.
    """
    path = draft.definition.path
    content = path.read_bytes() if path.exists() else b""
    if decoded(content)[0] != (before.text if before else ""):
        raise UneditableError("the file was changed meanwhile")
    replace_file(path, encoded(content, draft.text, draft.encoding))


def _some(ids: Sequence[str]) -> str:
    """The first few ids for a sentence, and the number of the others."""
    shown, more = ids[:3], len(ids) - 3
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _redraft(old: Draft, text: str) -> Draft:
    path, uploader = old.definition.path, old.uploader
    try:
        content = text.encode(old.encoding)
    except UnicodeEncodeError as error:
        raise UneditableError(
            f"the encoding {old.encoding} cannot hold it: {error.reason}"
        ) from None
    definition, problems = load_file(path, uploader, content)
    if problems or definition is None:
        raise UneditableError(problems[0].message if problems else "it defines nothing")
    definition = replace(definition, constants=old.definition.constants)
    return _draft(definition, text, old.is_own, old.encoding)


def _draft(definition: Definition, text: str, is_own: bool, encoding: str) -> Draft:
    families, problems = expand([definition])
    if problems:
        raise UneditableError(problems[0].message)
    models = {model.repo_id: model for model in families[0].models}
    return Draft(definition, text, models, is_own, encoding)


def _refuse_clashes(drafts: Mapping[str, Draft], new: Draft, added: Collection[str]) -> None:
    """Refuse ids and names that other families have, and originals that would move between
    families."""
    others = [draft for stem, draft in drafts.items() if stem != new.stem]
    names = {m.constant: m.repo_id for d in others for m in d.models.values()}
    for repo_id in sorted(added):
        model = new.models[repo_id]
        for other in others:
            there = other.models.get(repo_id)
            if there and not (there.is_original and model.is_original):
                raise UneditableError(f"{other.stem} declares {repo_id} already")
            if there and new.stem < other.stem and other.is_own:
                raise UneditableError(f"it would take the original {repo_id} from {other.stem}")
        if (clash := names.get(model.constant, repo_id)) != repo_id:
            wrong = f"{repo_id} and {clash} would both be named {model.constant}"
            raise UneditableError(f"{wrong}: state a name with constants={{...}}")
