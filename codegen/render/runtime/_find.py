"""Find the one model that a text names."""

from functools import cache
from re import findall, sub

from ._metadata import ROWS
from ._names import names, ranked
from ._nearest import nearest, unknown_words
from ._reading import clean, readings
from ._retired import RETIRED
from ._retirement import replacement
from .models import Models

_SHOWN = 5


def find(text: object) -> Models:
    """Return the member that the text names in full, or the only one that matches it.

    The text may be a repo id, a repo name, a constant, a URL on the Hub, or words of these, in any
    letter case: "llama31 8b instruct bnb". If an upload and its original share a repo name, the
    name means the upload. For a retired name, the replacement is returned, with a warning.

    Raises ValueError if the text matches no model or more than one. The message lists candidates.
    Raises TypeError if it is not a str.
    """
    if not isinstance(text, str):
        raise TypeError(f"Models.find takes text, not {text!r}")
    text = str(text).strip()
    for reading in readings(text, strictly=True):
        member = _named(reading)
        if member is not None:
            return member
    fitting = ranked(text, strictly=True) if text else []
    if len(fitting) == 1:
        return fitting[0]
    in_full = [model for model in fitting if _has_all(model, clean(text))]
    in_full = [model for model in in_full if not _is_upstream(model.name)] or in_full
    if len(in_full) == 1:
        return in_full[0]
    raise ValueError(f"{text!r} names no model in full; {_candidates(text, fitting)}")


def _candidates(text: str, fitting: list[Models]) -> str:
    """What to try instead of a text that names no model."""
    near = fitting or (ranked(text) if text else [])
    unknown = list[str]() if near else unknown_words(text, names())
    near = near or [Models[name.constant] for name in nearest(text, names())]
    hint = f"no model matches {' or '.join(map(repr, unknown))}; " if unknown else ""
    return hint + (f"candidates: {_shown(near)}" if near else "there are no candidates")


def _named(text: str) -> Models | None:
    """The member that a text names in full, in any spelling, or the replacement of a retired one.

    None if there is no such member. Raises ValueError if there are several.
    """
    exact = Models.__members__.get(text) or Models._value2member_map_.get(text)
    if exact is not None:
        return Models[exact.name]
    dotted = _form(text, keep_dots=True)
    keys = (text.casefold(), dotted if ":" in dotted else _form(text), dotted)
    matches = (kind.get(key, []) for kind, key in zip(_spellings(), keys, strict=True))
    names = next(filter(None, matches), list[str]())
    if len(names) > 1:
        names = [name for name in names if not _is_upstream(name)] or names
    if len(names) == 1:
        return Models[names[0]]
    if names:
        raise ValueError(f"{text!r} may be any of: {_shown([Models[name] for name in names])}")
    return _retired(_form(text))


def _retired(form: str) -> Models | None:
    """The replacement of the retired name or id with this form; None if there is no such name."""
    for name, path, *_ in reversed(RETIRED["Models"]):
        if form == _form(name):
            return replacement(Models, name, ValueError)
        if form in (_form(path), _form(path.partition("/")[2])):
            return replacement(Models, path, ValueError, 1)
    return None


@cache
def _spellings() -> tuple[dict[str, list[str]], ...]:
    """Three dicts from a spelling to the names of the members that it may mean: exact except for
    letter case; with any separators; and with the dot of the version left out."""
    exact: dict[str, list[str]] = {}
    free: dict[str, list[str]] = {}
    dotless: dict[str, list[str]] = {}
    for model in Models:
        name, spellings = model.name, _spelled(model)
        free_forms = {_form(text, keep_dots=keep) for text in spellings for keep in (True, False)}
        keys = [{model.casefold(), name.casefold()}, free_forms, set[str]()]
        version = ROWS[name].get("version", "")
        if "." in version:
            # The dot that a size keeps tells 3.1 8B from 31.8B.
            bare = [text.replace(version, version.replace(".", ""), 1) for text in spellings]
            keys[2] = {_form(text, keep_dots=keep) for text in bare for keep in (True, False)}
        for kind, of_kind in zip((exact, free, dotless), keys, strict=True):
            for key in of_kind:
                kind.setdefault(key, []).append(name)
    return exact, free, dotless


def _spelled(model: Models) -> tuple[str, ...]:
    """The names of a member: path, repo name, constant, and the words that tell it apart."""
    row = ROWS[model.name]
    quant = row["quant_type"]
    words = [row["stem"].partition("/")[2], row.get("modifier", "")]
    words.append(quant if quant != "NONE" else "")
    whose = "original" if "is_original" in row else model.org if "is_mirror" in row else ""
    return str(model), model.partition("/")[2], model.name, "-".join([*words, whose])


def _has_all(model: Models, text: str) -> bool:
    """Whether a text has every word of a name of the member and no other, in any order."""
    return any(_bag(text) == _bag(name) for name in _spelled(model))


def _bag(text: str) -> list[str]:
    """The words of a text, sorted; a number keeps its unit, because "3 8B" is not "8 3B"."""
    text = sub("(?<=[0-9])_(?=[0-9])", ".", text.casefold())
    return sorted(findall("[0-9]+(?:[.][0-9]+)*[a-z]*|[a-z]+", text))


def _is_upstream(name: str) -> bool:
    """Whether a model is the publisher's own repo or a copy of it, not an upload."""
    return not {"is_original", "is_mirror", "is_former"}.isdisjoint(ROWS[name])


def _form(text: str, *, keep_dots: bool = False) -> str:
    """The text as lower-case letters and digits. A bar marks a separator between two numbers; with
    `keep_dots`, a colon marks a dot between them."""
    text = text.casefold().replace(":", "-")
    if keep_dots:
        text = sub("(?<=[0-9])[.](?=[0-9])", ":", text)
    return sub("[^a-z0-9|:]", "", sub("(?<=[0-9])[^a-z0-9:]+(?=[0-9])", "|", text))


def _shown(paths: list[Models]) -> str:
    more = len(paths) - _SHOWN
    return ", ".join(map(repr, map(str, paths[:_SHOWN]))) + (
        f" and {more} more" if more > 0 else ""
    )
