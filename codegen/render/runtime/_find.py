"""The one model that somebody means, however it is written."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from re import escape, search, sub

from ._metadata import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from ._runtime import ModelPath

    M = TypeVar("M", bound=ModelPath)

_SHOWN = 5


def find(models: type[M], text: str) -> M:
    """The member that the text names in full: path, repo name or constant name.

    Letter case and separators are free, and the dot of a version may be missing: "llama31 8b
    instruct bnb". Two numbers stay two and one stays one, so that no version and no size is
    taken for another. The quantisation may be given by the tag or by the name of the
    `QuantType`. A name that an upload shares with its original is the upload's.

    A retired name gives what replaces it, with a warning, as it does everywhere.

    Raises ValueError, naming candidates, if there is no such model or more than one.
    """
    text = str(text)
    exact = models.__members__.get(text) or models._value2member_map_.get(text)
    if exact is not None:
        return models[exact.name]
    keys = (text.casefold(), _form(text), _form(text, keep_dots=True))
    found = (kind.get(key, []) for kind, key in zip(_spellings(models), keys, strict=True))
    names = next(filter(None, found), list[str]())
    if len(names) > 1:
        names = [name for name in names if not _is_upstream(name)] or names
    if len(names) == 1:
        return models[names[0]]
    if names:
        raise ValueError(f"{text!r} may be any of: {_shown([models[name] for name in names])}")
    retired = _retired(models, keys[1])
    if retired is not None:
        return retired
    near = [path for path in models if keys[1] and _is_part(keys[1], _form(path))]
    near = near or list(closest(models, text))
    candidates = f"candidates: {_shown(near)}" if near else "there are no candidates"
    raise ValueError(f"{text!r} names no model in full; {candidates}")


class UnknownPathError(ValueError):
    """There is no model of this path. Its text names the closest ones, found when it is read."""

    def __init__(self, models: type[ModelPath], path: str) -> None:
        super().__init__(models, path)
        self.models = models
        self.path = path

    def __str__(self) -> str:
        near = closest(self.models, self.path)
        hint = f"; closest: {_shown(list(near))}" if near else ""
        return f"{self.path!r} is not a valid {self.models.__qualname__}{hint}"


def _retired(models: type[M], form: str) -> M | None:
    """What replaces the name or path that is no more, if the form is that of one."""
    from ._retired import RETIRED  # seldom needed
    from ._retirement import replacement

    for name, path, *_ in reversed(RETIRED["Models"]):
        if form == _form(name):
            return replacement(models, name, ValueError)
        if form in (_form(path), _form(path.partition("/")[2])):
            return replacement(models, path, ValueError, 1)
    return None


def closest(models: type[M], text: str) -> tuple[M, ...]:
    """The members whose paths, or repo names if there is no "/", look most like the text."""
    named: dict[str, M] = {}
    for path in models:
        named.setdefault((path if "/" in text else path.partition("/")[2]).casefold(), path)
    near = get_close_matches(text.casefold(), named, n=3, cutoff=0.6)
    return tuple(named[name] for name in near)


@cache
def _spellings(models: type[ModelPath]) -> tuple[dict[str, list[str]], ...]:
    """What a member may be asked for by -> the names of the members it may mean: exact but for
    letter case; with separators of any kind; with the dot of the version missing as well."""
    exact: dict[str, list[str]] = {}
    free: dict[str, list[str]] = {}
    dotless: dict[str, list[str]] = {}
    for model in models:
        name, row = model.name, ROWS[model.name]
        quant = row["quant_type"]
        words = [row["stem"].partition("/")[2], row.get("modifier", "")]
        words.append(quant if quant != "NONE" else "")
        whose = "original" if "is_original" in row else model.org if "is_mirror" in row else ""
        spellings = (str(model), model.partition("/")[2], name, "-".join([*words, whose]))
        free_forms = {_form(text) for text in spellings}
        keys = [{model.casefold(), name.casefold()}, free_forms, set[str]()]
        version = row.get("version", "")
        if "." in version:
            # The dot that a size keeps tells 3.1 8B from 31.8B.
            bare = [text.replace(version, version.replace(".", ""), 1) for text in spellings]
            keys[2] = {_form(text, keep_dots=keep) for text in bare for keep in (True, False)}
        for kind, of_kind in zip((exact, free, dotless), keys, strict=True):
            for key in of_kind:
                kind.setdefault(key, []).append(name)
    return exact, free, dotless


def _is_upstream(name: str) -> bool:
    """Whether a model is no upload but the publisher's own repo or a copy of it."""
    return "is_original" in ROWS[name] or "is_mirror" in ROWS[name]


def _form(text: str, *, keep_dots: bool = False) -> str:
    """Lower-case letters and digits, with a bar where a separator keeps two numbers apart, or a
    colon where a dot does and is to be kept."""
    text = text.casefold()
    if keep_dots:
        text = sub("(?<=[0-9])[.](?=[0-9])", ":", text)
    return sub("[^a-z0-9|:]", "", sub("(?<=[0-9])[^a-z0-9:]+(?=[0-9])", "|", text))


def _is_part(form: str, whole: str) -> bool:
    """Whether the form stands in the other one without cutting through a number."""
    before = "(?<![0-9])" if form[0].isdecimal() else ""
    after = "(?![0-9])" if form[-1].isdecimal() else ""
    return search(before + escape(form) + after, whole) is not None


def _shown(paths: list[M]) -> str:
    more = len(paths) - _SHOWN
    return ", ".join(map(repr, map(str, paths[:_SHOWN]))) + (
        f" and {more} more" if more > 0 else ""
    )
