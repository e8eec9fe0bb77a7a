"""Find the names of the committed output that would vanish or change their meaning."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from inspect import cleandoc

from ..models.model import Family, Model
from ..schema import Retired
from .snapshot import Metadata, Output

Renames = Mapping[str, str]
"""Old repo id -> new repo id, for repos that the Hub renamed."""


@dataclass(frozen=True, slots=True)
class LostName:
    """A constant of the committed output that would vanish or carry another id."""

    name: str
    repo_id: str
    """The id it has in the committed output."""
    family: str
    """The definition file, without `.py`, that its retirement belongs in."""
    new_id: str | None
    """The id that the name would carry, None if it vanishes."""
    new_name: str | None
    """The constant under which the id is declared now, None if it is not."""
    replaced_by: str | None
    """The id to use instead, None if no replacement is known."""

    def __str__(self) -> str:
        """`LLAMA_3_1_8B = unsloth/Llama-3.1-8B would vanish`, or what would become of it."""
        keep = f'; keep it with constants={{"{self.repo_id}": "{self.name}"}}'
        if self.new_id is not None and self.new_name is not None:
            change = f" would become {self.new_id}, and the old id {self.new_name}{keep}"
        elif self.new_id is not None:
            change = f" would become {self.new_id}"
        elif self.new_name is not None:
            change = f" would be renamed to {self.new_name}{keep}"
        elif self.replaced_by is not None:
            change = f" would vanish; {self.replaced_by} replaces it"
        else:
            change = " would vanish"
        return f"{self.name} = {self.repo_id}{change}"

    def retirement(self, since: str, why: str | None = None) -> Retired:
        """The entry of RETIRED for this name. `why` is the author's reason, if given."""
        if self.new_id is not None:
            reason = f"it is {self.new_id} now"
        elif self.new_name is not None:
            reason = "the constant was renamed"
        else:
            reason = "the repo was renamed" if self.replaced_by else "it is no longer declared"
        return Retired(
            name=self.name,
            repo_id=self.repo_id,
            why=why or reason,
            since=since,
            replaced_by=self.replaced_by,
        )


@dataclass(frozen=True, slots=True)
class LostFamily:
    """A family of the committed output that has no definition file any more."""

    stem: str
    summary: str
    """What it was, and where its models are now: "Llama, by Meta; now in Family.LLAMA_3."."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What the definitions would drop from the committed output without retiring it."""

    names: tuple[LostName, ...] = ()
    families: tuple[LostFamily, ...] = ()

    def __len__(self) -> int:
        """The number of names of both enums. No losses are falsy."""
        return len(self.names) + len(self.families)


def find_losses(
    families: Sequence[Family],
    outputs: Iterable[Output],
    *,
    renames: Callable[[], Renames] = dict,
    are_renamed: bool = False,
) -> Losses:
    """Compare the definitions with committed outputs.

    `renames` is called only if something is lost. With `are_renamed`, the author states that models
    were renamed, so a new model with the same fields replaces a lost one.
    """
    models = {model.constant: model for family in families for model in family.models}
    names: dict[tuple[str, str], LostName] = {}
    stems: dict[str, LostFamily] = {}
    for output in outputs:
        for family in _lost_families(families, output):
            stems.setdefault(family.stem, family)
        if lost := _lost_constants(families, output):
            successors = _successors(lost, models, output, renames(), are_renamed=are_renamed)
            for name in _lost_names(lost, models, output, successors):
                names.setdefault((name.name, name.repo_id), name)
    return Losses(tuple(names.values()), tuple(stems.values()))


def is_stem(text: str) -> bool:
    """Whether a text can be the name of a family and of its file, without `.py`."""
    return re.fullmatch(r"[a-z][a-z0-9_]*", text) is not None


def _lost_families(families: Sequence[Family], output: Output) -> Iterator[LostFamily]:
    stems = {family.stem for family in families}
    now = {model.constant: model.family for family in families for model in family.models}
    for name, member in output.members("Family").items():
        if name.lower() in stems or not is_stem(name.lower()):
            continue
        mine = [model for model, row in output.rows.items() if row.get("family") == name]
        heirs = sorted({f"Family.{now[model].upper()}" for model in mine if model in now})
        summary = cleandoc(member.doc)
        if heirs:
            summary = f"{summary.removesuffix('.')}; now in {', '.join(heirs)}."
        yield LostFamily(name.lower(), summary)


def _lost_constants(families: Sequence[Family], output: Output) -> dict[str, str]:
    """The constants that are lost, with the ids they had."""
    models = [model for family in families for model in family.models]
    now = {model.constant: model.repo_id for model in models}
    former = {(model.repo_id, model.original) for model in models if model.is_former}
    retired = {(entry.name, entry.repo_id) for family in families for entry in family.retired}
    lost = {
        name: repo_id
        for name, repo_id in output.repo_ids.items()
        if (name, repo_id) not in retired
        and now.get(name) != repo_id
        and (repo_id, now.get(name)) not in former  # renamed by its publisher: the same repo
    }
    # A constant without metadata was added by hand.
    return {name: lost[name] for name in lost if name in output.rows} if output.rows else lost


def _lost_names(
    lost: Mapping[str, str],
    models: Mapping[str, Model],
    output: Output,
    successors: Mapping[str, str],
) -> Iterator[LostName]:
    ids = {model.repo_id: model.constant for model in models.values()}
    for name, repo_id in lost.items():
        new_id = models[name].repo_id if name in models else None
        yield LostName(
            name=name,
            repo_id=repo_id,
            family=_family(name, output, models),
            new_id=new_id,
            new_name=ids.get(repo_id),
            replaced_by=new_id or (repo_id if repo_id in ids else successors.get(repo_id)),
        )


def _family(name: str, output: Output, models: Mapping[str, Model]) -> str:
    """The family of a lost constant, or the most likely one if the output names none."""
    family = str(output.rows.get(name, {}).get("family", "")).lower()
    if not is_stem(family) and (near := get_close_matches(name, models, 1, cutoff=0)):
        family = models[near[0]].family
    return family if is_stem(family) else "retired"


def _successors(
    lost: Mapping[str, str],
    models: Mapping[str, Model],
    output: Output,
    renames: Renames,
    *,
    are_renamed: bool,
) -> dict[str, str]:
    """The id that replaces each lost one: what the Hub or the author renamed it to, or the same in
    other letter case."""
    ids = {model.repo_id for model in models.values()}
    folded = {repo_id.casefold(): repo_id for repo_id in ids}
    old = {repo_id: output.rows.get(n, {}) for n, repo_id in lost.items() if repo_id not in ids}
    candidates = ((one, renames.get(one) or folded.get(one.casefold())) for one in old)
    successors = {one: new for one, new in candidates if new is not None and new in ids}
    if are_renamed:
        known = set(output.repo_ids.values())
        new = [model for model in models.values() if model.repo_id not in known]
        unknown = {repo_id: row for repo_id, row in old.items() if repo_id not in successors}
        successors |= _by_fields(unknown, new, set(successors.values()))
    return successors


_SAME = ("version", "size", "instruct_tag", "modifier", "is_original", "is_mirror")
"""The fields besides `quant_type` that a rename keeps."""


def _by_fields(
    old: Mapping[str, Metadata], new: Sequence[Model], taken: set[str]
) -> dict[str, str]:
    """The new id of each old one: a model of the same family with the same fields.

    Where several fit, the two ids that look most alike go together.
    """
    candidates: dict[Hashable, list[str]] = {}
    for model in new:
        key = (model.family.upper(), model.quant_type.name, *(getattr(model, f) for f in _SAME))
        candidates.setdefault(key, []).append(model.repo_id)
    fields = ("family", "quant_type", *_SAME)
    pairs = sorted(
        (-SequenceMatcher(None, repo_id, candidate).ratio(), repo_id, candidate)
        for repo_id, row in old.items()
        for candidate in candidates.get(tuple(map(row.get, fields)), ())
    )
    successors: dict[str, str] = {}
    for _, repo_id, successor in pairs:
        if repo_id not in successors and successor not in taken:
            successors[repo_id] = successor
            taken.add(successor)
    return successors
