"""What `sync` makes of uploads that are taken out of the definitions: `python -m
tests.benchmarks.sync_left_out`.

Each declared upload is left out once: the definitions are edited in memory so that exactly this
upload is gone. Then `sync` gets the full listing of all uploads and plans. What comes back is
compared with what was declared:

* **same**: the upload is declared again, and every attribute of its `Model` is what it was, or None
  for a fact that a person has to look up, such as the number of parameters;
* **another**: it is declared, but as another model. Nobody would notice, so with true tags this
  must be 0;
* **by hand**: `sync` leaves it to the author, or would refuse to write its own edit;
* **only**: it is the only upload of its definition, so there is nothing to put it back into;
* **stuck**: it cannot be left out by itself for another reason. These two are not measured;
* **moved**: how many plans changed something else as well: a member that was there, or an upstream
  repo that the full catalog does not have or describes otherwise.

The same is done with whole models: all uploads of one model, in every quantization and with every
modifier, are left out at once. A model counts as another if any of its uploads does, and as the
same only if all of them do.

The listing has true tags (what the model is for, such as `image-text-to-text`;
`base_model:quantized:` and the original that the catalog declares; for an unquantized upload
`base_model:finetune:`, which is what the Hub says of a copy), no tags, or
wrong tags for what is left out: the original of another model, chosen at random, but the same one
in each run.

`--json` prints the outcome of each upload and the reason. `--against` compares with such a file of
an earlier run, upload by upload.
"""

import argparse
import json
import random
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from codegen.edit.contents import Contents, contents_of
from codegen.edit.draft import Draft, Drafts, families_of, read_drafts
from codegen.edit.rows import children, retarget
from codegen.edit.source import UneditableError
from codegen.load.definitions import load_file
from codegen.load.extends import Folder
from codegen.models.expand import expand
from codegen.models.model import Model
from codegen.names.cell import cells_of
from codegen.problem import DefinitionError
from codegen.schema import NONE, ModelMeta
from codegen.sync.plan import plan
from codegen.sync.upload import Upload

KINDS = ("uploads", "models")
TAGS = ("true", "none", "wrong")
OUTCOMES = ("same", "another", "by hand", "only", "stuck")
ONLY = "it is the only upload of its definition"

Models = Mapping[str, Model]
"""The declared uploads by repo id."""


@dataclass(slots=True)
class Result:
    """What came of leaving out one upload, or all uploads of one model."""

    outcome: str
    uploads: dict[str, str] = field(default_factory=dict[str, str])
    """The outcome of each upload."""
    different: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """For an upload that comes back as another model: the attributes, as "new, not old"."""
    why: dict[str, str] = field(default_factory=dict[str, str])
    """For an upload that is left to the author, or cannot be left out: the reason."""
    edits: list[str] = field(default_factory=list[str])
    """The edits that were planned."""
    moved: list[str] = field(default_factory=list[str])
    """Other members that the edits changed or invented."""


@dataclass(slots=True)
class Run:
    """The results with one kind of tags."""

    results: dict[str, Result] = field(default_factory=dict[str, Result])
    """By the id of the upload, or what the ids of the model begin with."""
    seconds: float = 0.0
    """How long planning and comparing took."""

    @property
    def figures(self) -> dict[str, int]:
        """How many there are of each outcome, and how many plans changed something else."""
        outcomes = [result.outcome for result in self.results.values()]
        counts = {outcome: outcomes.count(outcome) for outcome in OUTCOMES}
        return counts | {"moved": sum(bool(result.moved) for result in self.results.values())}


# Leaving out. Only this part knows how a definition is written.


def leave_out(drafts: Drafts, repo_ids: Collection[str]) -> Drafts:
    """The definitions without these uploads of one family, and with everything else as it was.

    Where a model has no upload left, its upstream repos go as well. Raises UneditableError, with
    the reason, where this cannot be done.
    """
    before = next(d for d in drafts.values() if not d.models.keys().isdisjoint(repo_ids))
    out = [before.models[repo_id] for repo_id in repo_ids]
    after = before
    for name, meta in before.metas.items():
        mine = [model for model in out if model.where == meta.where]
        if mine:
            after = _without(after, name, mine)
    return {**drafts, before.stem: after}


def _without(draft: Draft, name: str, out: Sequence[Model]) -> Draft:
    """A family without these uploads of the definition called `name`."""
    problem = UneditableError("no edit leaves exactly this out")
    meta = draft.metas[name]
    gone = {model.repo_id.partition("/")[2] for model in out}
    fields = {"spelled": [spelled for spelled in meta.spelled if spelled not in gone]}
    for contents in _targets(meta, out):
        for pinned in ([], children(draft, name)):
            try:
                text = retarget(draft, name, contents, fields=fields, pinned=pinned)
                after = _redrafted(draft, text)
                _check_left_out(draft, after, out)
            except UneditableError as error:
                problem = error
            else:
                return after
    raise problem


def _targets(meta: ModelMeta, out: Sequence[Model]) -> Iterator[Contents]:
    """What the definition is to declare: without a model that has no upload left, or failing that
    with its upstream repos only."""
    has = contents_of(meta)
    contents = dict(has)
    names = {model.repo_id.partition("/")[2].casefold() for model in out}
    for cell in cells_of(meta):
        key = (cell.coordinates, cell.row.name)
        left = [q for q in contents[key].quants if cell.upload(q).casefold() not in names]
        contents[key] = contents[key]._replace(quants=tuple(left))
    kept = {key: c for key, c in contents.items() if c.quants or not has[key].quants}
    if not any(content.quants for content in kept.values()):
        raise UneditableError(ONLY)
    yield kept
    if len(kept) < len(contents):
        yield contents


def _redrafted(draft: Draft, text: str) -> Draft:
    """A family with another text, whatever it declares then."""
    path, uploader = draft.definition.path, draft.definition.uploader
    definition, problems = load_file(path, uploader, text.encode())
    if problems or definition is None:
        raise UneditableError(problems[0].message)
    families, problems = expand([definition])
    if problems:
        raise UneditableError(problems[0].message)
    return Draft(definition, text, {m.repo_id: m for m in families[0].models}, draft.is_own)


# Checking. From here on, only models are looked at.


def _check_left_out(before: Draft, after: Draft, out: Sequence[Model]) -> None:
    """Raises UneditableError unless exactly these uploads are gone, with upstream repos of theirs
    that no other upload needs, and every other member is the same in every attribute."""
    ids = {model.repo_id for model in out}
    originals = {model.original for model in out} - {None}
    uploads = [model for model in before.models.values() if _is_upload(model)]
    needed = {model.original for model in uploads if model.repo_id not in ids}
    for repo_id, was in before.models.items():
        now = after.models.get(repo_id)
        is_upstream = not _is_upload(was) and not {repo_id, was.original}.isdisjoint(originals)
        may_go = is_upstream and repo_id not in needed
        if repo_id in ids and now is not None:
            raise UneditableError(f"{repo_id} is still declared")
        if repo_id not in ids and now is None and not may_go:
            raise UneditableError(f"{repo_id} would go as well")
        if now is not None and now != was:
            raise UneditableError(f"{repo_id} would change: {_different(was, now)}")
    if added := after.models.keys() - before.models.keys():
        raise UneditableError(f"{min(added)} would come")


def _is_upload(model: Model) -> bool:
    return not (model.is_original or model.is_mirror)


_LOOKED_UP = (
    "parameters", "active_parameters", "is_moe", "is_base", "is_chat", "license", "context_length",
    "summary",
)  # fmt: skip


def _different(was: Model, now: Model) -> dict[str, str]:
    """The attributes that differ, as "new, not old". A fact that only a person can look up is None
    for a model that is new; that is no difference."""
    names = [f.name for f in fields(Model) if f.compare]
    pairs = {name: (getattr(now, name), getattr(was, name)) for name in names}
    return {
        name: f"{new}, not {old}"
        for name, (new, old) in pairs.items()
        if new != old and not (new is None and name in _LOOKED_UP)
    }


# Measuring.


def declared_uploads(drafts: Drafts) -> dict[str, Model]:
    """Every upload that the definitions declare."""
    models = [model for draft in drafts.values() for model in draft.models.values()]
    return {model.repo_id: model for model in models if _is_upload(model)}


def groups(uploads: Models, kind: str) -> dict[str, list[str]]:
    """What is left out together: each upload by itself, or all uploads of each model."""
    if kind == "uploads":
        return {repo_id: [repo_id] for repo_id in sorted(uploads)}
    models: dict[tuple[str, str], list[str]] = {}
    for repo_id, model in sorted(uploads.items()):
        models.setdefault((model.family, model.stem.casefold()), []).append(repo_id)
    return {uploads[several[0]].stem: several for several in models.values()}


def sampled(left_out: Mapping[str, list[str]], count: int | None) -> dict[str, list[str]]:
    """So many of them, the same in each run."""
    names = sorted(left_out)
    if count is not None and count < len(names):
        names = sorted(random.Random(0).sample(names, count))
    return {name: left_out[name] for name in names}


_TASKS = {
    "vision": "image-text-to-text",
    "embedding": "feature-extraction",
    "speech": "automatic-speech-recognition",
    "image": "text-to-image",
    "video": "text-to-video",
}


def tags_of(model: Model, original: str | None) -> tuple[str, ...]:
    """The tags by which the Hub says what an upload is for, and what it was made from."""
    if original is None:
        return ()
    task = _TASKS.get(model.modality or "text", "text-generation")
    relation = "finetune" if model.quant_type == NONE else "quantized"
    return task, f"base_model:{original}", f"base_model:{relation}:{original}"


def listing(uploads: Models, out: Sequence[str], tags: str) -> list[Upload]:
    """All uploads as the Hub would list them."""
    if tags == "none":
        return [Upload(repo_id) for repo_id in uploads]
    originals = {repo_id: model.original for repo_id, model in uploads.items()}
    if tags == "wrong":
        true = {originals[repo_id] for repo_id in out}
        others = sorted({o for o in originals.values() if o is not None} - true)
        originals |= dict.fromkeys(out, random.Random(min(out)).choice(others))
    return [Upload(i, tags_of(model, originals[i])) for i, model in uploads.items()]


def measure(
    drafts: Drafts, without: Drafts, uploads: Models, out: Sequence[str], tags: str
) -> Result:
    """Let `sync` plan, and compare what comes back with what was declared."""
    originals = {
        model.original.casefold(): model.original for model in uploads.values() if model.original
    }
    planned = plan(
        listing(uploads, out, tags),
        without,
        ask=lambda ids: {i: originals.get(i.casefold()) for i in ids},
    )
    now = {i: model for draft in planned.drafts.values() for i, model in draft.models.items()}
    full = {i: model for stem in planned.drafts for i, model in drafts[stem].models.items()}
    refused = _refused({**without, **planned.drafts}, now, full)
    reasons = {one.repo_id: one.why for one in planned.by_hand}
    result = Result("", edits=[f"{one.definition}: {one.what}" for one in planned.additions])
    for repo_id in out:
        if refused or repo_id not in now:
            result.uploads[repo_id] = "by hand"
            result.why[repo_id] = refused or reasons.get(repo_id, "the plan does not mention it")
        elif not _different(uploads[repo_id], now[repo_id]):
            result.uploads[repo_id] = "same"
        else:
            result.uploads[repo_id] = "another"
            result.different[repo_id] = _different(uploads[repo_id], now[repo_id])
    outcomes = result.uploads.values()
    result.outcome = next(o for o in ("another", "by hand", "same") if o in outcomes)
    if not refused:
        result.moved = list(_moved(without, planned.drafts, full, out))
    result.moved += [f"{repo_id} is reported as gone" for repo_id in planned.gone]
    return result


def _refused(after: Drafts, now: Models, full: Models) -> str:
    """Why `sync --write` would refuse the families that its edits make; "" if it would not."""
    if all(full.get(repo_id) == model for repo_id, model in now.items()):
        return ""  # what is as it was holds together as it did
    try:
        families_of(after)
    except DefinitionError as error:
        return str(error)
    return ""


def _moved(
    without: Drafts, planned: Mapping[str, Draft], full: Models, out: Sequence[str]
) -> Iterator[str]:
    """Members beside the uploads that the edits changed, lost, or invented."""
    for stem, draft in planned.items():
        before = without[stem].models
        for repo_id in sorted(before.keys() | draft.models.keys() - set(out)):
            was, now = before.get(repo_id, full.get(repo_id)), draft.models.get(repo_id)
            if now is None:
                yield f"{repo_id} is gone"
            elif was is None:
                yield f"{repo_id} is new"
            elif _different(was, now):
                yield f"{repo_id}: {_different(was, now)}"


def run(
    drafts: Drafts, left_out: Mapping[str, Sequence[str]], modes: Sequence[str]
) -> dict[str, Run]:
    """Leave each of these out, and let `sync` plan with each kind of tags."""
    uploads = declared_uploads(drafts)
    runs = {mode: Run() for mode in modes}
    for name, out in left_out.items():
        try:
            without = leave_out(drafts, out)
        except UneditableError as error:
            outcome = "only" if str(error) == ONLY else "stuck"
            why = dict.fromkeys(out, str(error))
            for one in runs.values():
                one.results[name] = Result(outcome, dict.fromkeys(out, outcome), why=why)
            continue
        for mode, one in runs.items():
            start = time.perf_counter()
            one.results[name] = measure(drafts, without, uploads, out, mode)
            one.seconds += time.perf_counter() - start
    return runs


# Printing.


def as_json(runs: Mapping[str, Run]) -> dict[str, object]:
    """What `--json` prints for one kind."""
    return {
        mode: {
            "figures": one.figures,
            "seconds": round(one.seconds, 1),
            "results": {
                name: {f.name: value for f in fields(Result) if (value := getattr(result, f.name))}
                for name, result in one.results.items()
            },
        }
        for mode, one in runs.items()
    }


def table(kind: str, runs: Mapping[str, Run]) -> Iterator[str]:
    """The figures, and below them the uploads that came back as another model."""
    columns = [*OUTCOMES, "moved", "seconds"]
    yield f"| tags | {kind} | {' | '.join(columns)} |"
    yield "|---|" + "--:|" * (len(columns) + 1)
    for mode, one in runs.items():
        counts = " | ".join(f"{count:,}" for count in one.figures.values())
        yield f"| {mode} | {len(one.results):,} | {counts} | {one.seconds:.0f} |"
    yield ""
    for mode, one in runs.items():
        wrong = {i: d for result in one.results.values() for i, d in result.different.items()}
        if wrong:
            yield f"Another model, {mode} tags:"
            for repo_id, different in wrong.items():
                yield f"  {repo_id}: " + "; ".join(f"{f} {said}" for f, said in different.items())
            yield ""


def changes(kind: str, runs: Mapping[str, Run], earlier: Any) -> Iterator[str]:
    """The uploads whose outcome is not what it was in an earlier run."""
    for mode, one in runs.items():
        before = earlier.get(kind, {}).get(mode, {}).get("results", {})
        was = {i: o for result in before.values() for i, o in result["uploads"].items()}
        now = {i: o for result in one.results.values() for i, o in result.uploads.items()}
        moves = [(was[i], now[i], i) for i in sorted(was.keys() & now.keys()) if was[i] != now[i]]
        yield f"{kind}, {mode} tags: {len(moves):,} of {len(was.keys() & now.keys()):,} changed"
        yield from (f"  {old} -> {new}: {repo_id}" for old, new, repo_id in sorted(moves))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--uploads", action="store_true", help="only leave out single uploads")
    only.add_argument("--models", action="store_true", help="only leave out whole models")
    parser.add_argument("--tags", choices=TAGS, help="only with these tags")
    parser.add_argument("--sample", type=int, metavar="N", help="only N uploads and N models")
    parser.add_argument("--json", action="store_true", help="print the outcome of each as JSON")
    parser.add_argument("--against", type=Path, metavar="FILE", help="what --json printed earlier")
    options = parser.parse_args()
    kinds = [kind for kind in KINDS if getattr(options, kind)] or KINDS
    modes = [options.tags] if options.tags else TAGS
    earlier = json.loads(options.against.read_text("utf-8")) if options.against else None
    drafts = read_drafts(Folder(Path(__file__).resolve().parents[2] / "definitions", "unsloth"))
    whole: dict[str, object] = {}
    for kind in kinds:
        left_out = sampled(groups(declared_uploads(drafts), kind), options.sample)
        runs = run(drafts, left_out, modes)
        whole[kind] = as_json(runs)
        if not options.json:
            print(*table(kind, runs), sep="\n")
        if earlier is not None and not options.json:
            print(*changes(kind, runs, earlier), "", sep="\n")
    if options.json:
        print(json.dumps(whole, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
