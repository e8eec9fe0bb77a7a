"""Definitions as they would be: files held as text, expanded without being written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..files import replace_file
from ..load.definitions import Definition, load, load_file
from ..load.extends import Folder
from ..models.expand import expand, read
from ..models.model import Family, Model
from ..problem import DefinitionError
from ..schema import ModelMeta
from .changes import Source
from .text import UneditableError


@dataclass(frozen=True, slots=True)
class Draft:
    """One family, as its file has it or as it would have it."""

    definition: Definition
    text: str
    """The text of the file, with LF."""
    models: Mapping[str, Model]
    """What it declares, by repo id; also originals that another family has as well."""
    is_own: bool = True
    """Whether it is the project's to edit, and not among definitions that it extends."""

    @property
    def uploader(self) -> str:
        """The namespace of the uploads, where a definition says no other."""
        return self.definition.uploader

    @property
    def stem(self) -> str:
        """The name of the family's file."""
        return self.definition.stem

    @property
    def uploaders(self) -> frozenset[str]:
        """Whose uploads it declares."""
        return frozenset(meta.uploader or self.uploader for meta in self.definition.metas)

    @property
    def source(self) -> Source:
        """The text with its syntax tree."""
        return Source(self.text)

    @property
    def metas(self) -> dict[str, ModelMeta]:
        """The definitions by name, in the order of the file."""
        named = self.definition.names.items()
        mine = {id(meta) for meta in self.definition.metas}
        metas = {name: value for name, value in named if isinstance(value, ModelMeta)}
        return {name: meta for name, meta in metas.items() if id(meta) in mine}


Drafts = dict[str, Draft]
"""Families by the name of their file."""


def read_drafts(*folders: Folder) -> Drafts:
    """The definitions of these folders as they are; the project's own are in the last one.

    Raises DefinitionError for mistakes in them.
    """
    read(*folders)
    drafts: Drafts = {}
    for folder in folders:
        for definition in load(folder)[0]:
            text = definition.path.read_bytes().decode().replace("\r\n", "\n")
            is_own = folder is folders[-1]
            drafts[definition.stem] = _draft(definition, text, is_own=is_own)
    return drafts


def revised(
    drafts: Mapping[str, Draft],
    stem: str,
    text: str,
    *,
    gained: Collection[str],
    lost: Collection[str] = (),
) -> Draft:
    """A family with another text, which declares what it did, `gained`, the originals of these,
    and not `lost`.

    Raises UneditableError, saying why, where anything else would come of it.
    """
    old = drafts[stem]
    new = _redraft(old, text)
    added, removed = new.models.keys() - old.models.keys(), old.models.keys() - new.models.keys()
    if missing := sorted(set(gained) - added):
        raise UneditableError(f"it would not declare {_some(missing)}")
    originals = {new.models[repo_id].original for repo_id in gained}
    if more := sorted(added - set(gained) - originals):
        raise UneditableError(f"it would declare {_some(more)} as well")
    if removed ^ set(lost):
        if gone := sorted(removed - set(lost)):
            raise UneditableError(f"it would not declare {_some(gone)} any more")
        raise UneditableError(f"it would go on to declare {_some(sorted(set(lost) - removed))}")
    _refuse_clashes(drafts, new, added)
    return new


def renamed(
    drafts: Mapping[str, Draft], stem: str, text: str, canonical: Mapping[str, str]
) -> tuple[Draft, dict[str, str]]:
    """A family with another text in which some ids are the canonical ones, and all others as they
    were; and which these are.

    Raises UneditableError, saying why, where anything else would come of it, or nothing at all.
    """
    old = drafts[stem]
    new = _redraft(old, text)
    removed = old.models.keys() - new.models.keys()
    solved = {repo_id: canonical[repo_id] for repo_id in sorted(removed) if repo_id in canonical}
    if gone := sorted(removed - solved.keys()):
        raise UneditableError(f"{_some(gone)} would change as well")
    added = new.models.keys() - old.models.keys()
    if added != set(solved.values()):
        raise UneditableError(f"it would declare {_some(sorted(added - set(solved.values())))}")
    if not solved:
        raise UneditableError("nothing would change")
    _refuse_clashes(drafts, new, added)
    return new, solved


def families_of(drafts: Mapping[str, Draft]) -> tuple[Family, ...]:
    """All families as they would be. Raises DefinitionError where they do not hold together."""
    ordered = [drafts[stem].definition for stem in sorted(drafts)]
    families, problems = expand(ordered)
    if problems:
        raise DefinitionError(problems)
    return families


def write(draft: Draft, before: Draft) -> None:
    """Put a family on disk, in one step, with the line endings that its file has.

    Raises UneditableError where the file is not what it was when it was read.
    """
    path = draft.definition.path
    content = path.read_bytes()
    if content.decode().replace("\r\n", "\n") != before.text:
        raise UneditableError("the file was changed meanwhile")
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    replace_file(path, draft.text.encode().replace(b"\n", ending))


def _some(ids: Sequence[str]) -> str:
    """Ids in a sentence: the first few, and how many more there are."""
    shown, more = ids[:3], len(ids) - 3
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _redraft(old: Draft, text: str) -> Draft:
    path, uploader = old.definition.path, old.uploader
    definition, problems = load_file(path, uploader, text.encode())
    if problems or definition is None:
        raise UneditableError(problems[0].message if problems else "it defines nothing")
    return _draft(definition, text)


def _draft(definition: Definition, text: str, *, is_own: bool = True) -> Draft:
    families, problems = expand([definition])
    if problems:
        raise UneditableError(problems[0].message)
    return Draft(definition, text, {m.repo_id: m for m in families[0].models}, is_own)


def _refuse_clashes(drafts: Mapping[str, Draft], new: Draft, added: Collection[str]) -> None:
    """With what other families have: ids of uploads, and names of anything."""
    others = [draft for stem, draft in drafts.items() if stem != new.stem]
    for repo_id in sorted(added):
        model = new.models[repo_id]
        for other in others:
            there = other.models.get(repo_id)
            if there and not (there.is_original and model.is_original):
                raise UneditableError(f"{repo_id} is declared in {other.stem} already")
        same = (m for d in others for m in d.models.values() if m.constant == model.constant)
        if clash := next((m for m in same if m.repo_id != repo_id), None):
            found = f"{repo_id} and {clash.repo_id} would both be named {model.constant}"
            raise UneditableError(f"{found}: state a name with constants={{...}}")
