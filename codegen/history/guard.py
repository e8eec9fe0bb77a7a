"""The guard: names that the committed output has must not vanish or change their meaning unsaid."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from inspect import cleandoc

from ..models.model import Family, Model
from ..schema import Retired
from .snapshot import Row, Snapshot


@dataclass(frozen=True, slots=True)
class Lost:
    """A name of the committed output that vanishes or would carry another id."""

    name: str
    repo_id: str
    """What it carries in the committed output."""
    family: str
    """The definition file, without `.py`, that its retirement belongs into."""
    now: str | None
    """The id that the name would carry, None if it vanishes."""
    other_name: str | None
    """The name under which the id would be declared still, None if it is not."""
    replaced_by: str | None
    """The id to use instead, as far as that is evident."""

    def __str__(self) -> str:
        """`LLAMA_3_1_8B = unsloth/Llama-3.1-8B would vanish`, or what would become of it."""
        keep = f'; keep it with constants={{"{self.repo_id}": "{self.name}"}}'
        if self.now is not None and self.other_name is not None:
            went = f" would become {self.now}, and the old id {self.other_name}{keep}"
        elif self.now is not None:
            went = f" would become {self.now}"
        elif self.other_name is not None:
            went = f" would be renamed to {self.other_name}{keep}"
        elif self.replaced_by is not None:
            went = f" would vanish; {self.replaced_by} seems to replace it"
        else:
            went = " would vanish"
        return f"{self.name} = {self.repo_id}{went}"

    @property
    def why(self) -> str:
        """A reason to begin with; the author knows better."""
        if self.now is not None:
            return f"it is {self.now} now"
        if self.other_name is not None:
            return "the constant was renamed"
        return "the repo was renamed" if self.replaced_by else "it is no longer declared"


@dataclass(frozen=True, slots=True)
class LostFamily:
    """A family of the committed output whose definition file is gone."""

    stem: str
    summary: str
    """What it was, and where its models went: "Llama, by Meta; now in Family.LLAMA_3."."""


def find_lost(
    families: Sequence[Family], committed: Iterable[Snapshot]
) -> tuple[list[Lost], list[LostFamily]]:
    """The names of committed outputs that these families drop without retiring them."""
    lost: dict[tuple[str, str], Lost] = {}
    gone: dict[str, LostFamily] = {}
    for snapshot in committed:
        for one in _lost_names(families, snapshot):
            lost.setdefault((one.name, one.repo_id), one)
        for family in _lost_families(families, snapshot):
            gone.setdefault(family.stem, family)
    return list(lost.values()), list(gone.values())


def _lost_families(families: Sequence[Family], old: Snapshot) -> Iterator[LostFamily]:
    stems = {family.stem for family in families}
    now = {model.constant: model.family for family in families for model in family.models}
    for name, member in old.families.items():
        if name.lower() in stems:
            continue
        mine = [model for model, row in old.rows.items() if row.get("family") == name]
        heirs = sorted({f"Family.{now[model].upper()}" for model in mine if model in now})
        summary = cleandoc(member.doc)
        if heirs:
            summary = f"{summary.removesuffix('.')}; now in {', '.join(heirs)}."
        yield LostFamily(name.lower(), summary)


def _lost_names(families: Sequence[Family], old: Snapshot) -> Iterator[Lost]:
    models = [model for family in families for model in family.models]
    by_name = {model.constant: model for model in models}
    by_id = {model.repo_id: model for model in models}
    retired = {(entry.name, entry.repo_id) for family in families for entry in family.retired}
    before = old.repo_ids
    names = [
        name
        for name, repo_id in before.items()
        if (name, repo_id) not in retired
        and (name not in by_name or by_name[name].repo_id != repo_id)
    ]
    if not names:
        return
    if old.rows:  # a name that the metadata does not have was put in by hand
        names = [name for name in names if name in old.rows]
    ids = set(before.values())
    successors = _successors(
        {before[n]: old.rows.get(n, {}) for n in names if before[n] not in by_id},
        [model for model in models if model.repo_id not in ids],
        before,
    )
    for name in names:
        repo_id = before[name]
        now, other = by_name.get(name), by_id.get(repo_id)
        replaced_by = successors.get(repo_id)
        if now is not None:
            replaced_by = now.repo_id
        elif other is not None:
            replaced_by = repo_id
        family = str(old.rows.get(name, {}).get("family", "")).lower()
        if not family:  # an output without metadata, or one that is too old to name its fields
            near = get_close_matches(name, by_name, 1, cutoff=0)
            family = by_name[near[0]].family if near else "retired"
        yield Lost(
            name=name,
            repo_id=repo_id,
            family=family,
            now=now.repo_id if now else None,
            other_name=other.constant if other else None,
            replaced_by=replaced_by,
        )


def _successors(
    gone: Mapping[str, Row], new: Sequence[Model], before: Mapping[str, str]
) -> dict[str, str]:
    """Which new id is evidently the old one under a new convention, by the old one.

    Evident are: the same id in another letter case; the same fields in the same family; the same
    fields and original. Where several fit, the two that look most alike go together.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key_of_old, key_of_new in _kinships(before):
        kin: dict[Hashable, list[str]] = {}
        for model in new:
            key = key_of_new(model)
            if key is not None and model.repo_id not in taken:
                kin.setdefault(key, []).append(model.repo_id)
        pairs = sorted(
            (-SequenceMatcher(None, old, candidate).ratio(), old, candidate)
            for old, row in gone.items()
            if old not in found and (key := key_of_old(old, row)) is not None
            for candidate in kin.get(key, ())
        )
        for _, old, candidate in pairs:
            if old not in found and candidate not in taken:
                found[old] = candidate
                taken.add(candidate)
    return found


def _kinships(
    before: Mapping[str, str],
) -> Iterable[tuple[Callable[[str, Row], Hashable], Callable[[Model], Hashable]]]:
    """What makes an old and a new id the same model: pairs of a key of the old and of the new."""

    def fields(row: Row) -> tuple[object, ...]:
        return tuple(row[field] for field in _SAME) if all(f in row for f in _SAME) else ()

    def fields_of(model: Model) -> tuple[object, ...]:
        return (*(getattr(model, field) for field in _SAME[:-1]), model.quant_type.name)

    def original(row: Row) -> str | None:
        return before.get(str(row.get("original")))

    return (
        (lambda old, _: old.casefold(), lambda new: new.repo_id.casefold()),
        (
            lambda _, row: (row.get("family"), *fields(row)) if fields(row) else None,
            lambda new: (new.family.upper(), *fields_of(new)),
        ),
        (
            lambda _, row: (original(row), *fields(row)) if original(row) else None,
            lambda new: (new.original, *fields_of(new)) if new.original else None,
        ),
    )


_SAME = ("version", "size", "instruct_tag", "modifier", "is_original", "is_mirror", "quant_type")
"""Fields that a change of convention leaves alone."""


def retirement(lost: Lost, since: str, why: str | None = None) -> Retired:
    """The entry that would retire a name."""
    return Retired(
        name=lost.name,
        repo_id=lost.repo_id,
        why=why or lost.why,
        since=since,
        replaced_by=lost.replaced_by,
    )
