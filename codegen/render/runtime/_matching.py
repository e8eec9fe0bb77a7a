"""The one rule of search: which names fit what somebody typed, and in what order.

A word fits from the start of a part of a name, and a number fits whole: "8b" is not "0.8B", "4" is
not the 4 of "4bit". Separators may be left out ("llama31") but not put in. The best comes first:
the very name, then names that begin with the words, then shorter names, then newer versions.
"""

from collections.abc import Sequence
from functools import cache, partial
from re import compile, sub
from typing import NamedTuple

from ._reading import is_constant, readings


class Atom(NamedTuple):
    """A run of letters, or a number."""

    text: str
    is_number: bool
    is_glued: bool  # whether nothing separates it from the one before


class Name(NamedTuple):
    """What a model can be found by."""

    path: str
    constant: str
    more: str  # the words for its quantization and kind
    kind: int  # 0 an upload, 1 an original, 2 a mirror
    nearly: str = ""  # words that fit only if nothing else does: for its modality


Word = tuple[Atom, ...]

_BIT = Atom("bit", is_number=False, is_glued=True)
_ATOM = compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
WORD = compile(r"[^\s/:,;+&|_\u2010-\u2015-]+")
# Other words for what names say, and words that fit only if nothing else does.
_ALSO = {
    "16bit": ("bf16",),
    "bitsandbytes": ("bnb",),
    "fp4": ("nvfp4", "mxfp4"),
    "unquantized": ("none",),
}
_NEARLY = {
    "16bit": ("none",),
    "base": ("pt", "pretrained"),
    "bf16": ("none",),
    "chat": ("instruct", "it"),
    "dynamic": ("unsloth", "ud"),
    "f16": ("bf16", "none"),
    "float16": ("bf16", "none"),
    "fp16": ("bf16", "none"),
    "instruct": ("it", "chat"),
    "int4": ("4bit",),
    "int8": ("8bit",),
    "it": ("instruct", "chat"),
    "quantized": ("4bit", "8bit", "gguf", "fp8", "nvfp4", "mxfp4"),
}
# Whether words fit nearly, and whether words and numbers fit loosely.
_TRIES = ((False, False), (True, False), (True, True))


def search(query: str, names: Sequence[Name], *, strictly: bool = False) -> list[Name]:
    """The names that fit every word of a query, the best first; loosely if none fits otherwise,
    unless `strictly`.

    All names for an empty query, none for one without a word.
    """
    if not query.strip():
        return list(names)
    meant = readings(query, strictly=strictly)
    for text in meant:
        if is_constant(text):
            begin = [name for name in names if f"{name.constant}_".startswith(f"{text.upper()}_")]
            if begin:
                return sorted(begin, key=lambda name: (len(name.constant), name.kind))
    for nearly, loosely in _TRIES[: 1 if strictly else None]:
        for text in meant:
            if fitting := _fitting(text, names, nearly=nearly, loosely=loosely):
                return fitting
    return []


def _fitting(query: str, names: Sequence[Name], *, nearly: bool, loosely: bool) -> list[Name]:
    """The names that fit every word of one reading of a query, the best first."""
    owner, slash, repo = query.partition("/")
    if not slash or "/" in repo:
        owner, repo = "", query
    whose, asked = words(owner), [alike(word, nearly) for word in words(repo)]
    if not whose and not asked:
        return []
    key_of = partial(_key, query, whose, asked, nearly, loosely)
    keys = ((key_of(name), name) for name in names)
    ranked = [(key, place, name) for place, (key, name) in enumerate(keys) if key]
    return [name for *_, name in sorted(ranked, key=lambda entry: entry[:2])]


def alike(word: Word, nearly: bool) -> list[Word]:
    """A word and the other words for the same, or nearly the same."""
    text = "".join(atom.text for atom in word)
    others = _ALSO.get(text, ()) + (_NEARLY.get(text, ()) if nearly else ())
    return [word, *map(atoms, others)]


@cache
def atoms(text: str) -> tuple[Atom, ...]:
    """The runs of letters and the numbers of a text, lower-case; "3_5" is the number 3.5."""
    text = sub(r"(?<=\d)_(?=\d)", ".", text.casefold())
    parts: list[Atom] = []
    end = -1
    for match in _ATOM.finditer(text):
        parts.append(Atom(match[0], match[0][0].isdecimal(), match.start() == end))
        end = match.end()
    return tuple(parts)


def words(query: str) -> list[Word]:
    """The words of a query, each as its atoms; what holds no letter and no number is no word."""
    query = sub(r"(?<=\d)_(?=\d)", ".", query)
    return [word for word in map(atoms, WORD.findall(query)) if word]


def place(word: Word, name: Word, *, loosely: bool) -> int:
    """Where a word fits a name: the place of the first atom, -1 for nowhere.

    Loosely, a number fits a longer version ("2" fits "2.5"), and a unit may follow it.
    """
    if _squeezed(word) not in _squeezed(name):
        return -1  # which is quicker to find out
    for start, atom in enumerate(name):
        if not atom.is_number and atom.is_glued:
            continue  # the unit of a number is not the start of a part
        if _fits_at(word, name, start, loosely):
            return start
    return -1


@cache
def _squeezed(word: Word) -> str:
    """Atoms without what separates them, and numbers without dots."""
    return "".join(atom.text.replace(".", "") for atom in word)


def _fits_at(word: Word, name: Word, at: int, loosely: bool) -> bool:
    for index, atom in enumerate(word):
        if at >= len(name):
            return False
        if atom.is_number:
            is_whole = name[at].is_number and _same_number(atom, name[at], word, index, loosely)
            at = at + 1 if is_whole else -1
        else:
            may_begin = index + 1 == len(word) and (not index or (loosely and len(atom.text) > 1))
            at = _after_letters(atom, name, at, may_begin)
        if at < 0:
            return False
    has_unit = at < len(name) and name[at].is_glued and not name[at].is_number
    may_have = loosely and name[at : at + 1] != (_BIT,)  # "gpt 4" is not "gpt-oss-20b-bnb-4bit"
    return may_have or not word[-1].is_number or not has_unit


def _after_letters(atom: Atom, name: Word, at: int, may_begin: bool) -> int:
    """The place behind the letters of a word in a name, -1 if they do not fit there. The unit of a
    number fits whole: "4b" is not "4bit"."""
    text, is_unit = name[at].text, name[at].is_glued and name[at - 1].is_number
    # Letters may run over a separator that was left out: "gptoss".
    while len(text) < len(atom.text) and at + 1 < len(name) and not is_unit:
        at += 1
        if name[at].is_number:
            return -1
        text += name[at].text
    is_begun = may_begin and text.startswith(atom.text)
    return at + 1 if is_begun or text == atom.text else -1


def _same_number(atom: Atom, named: Atom, word: Word, index: int, loosely: bool) -> bool:
    if atom.text == named.text:
        return True
    if index and atom.text == named.text.replace(".", ""):
        return True  # the dot was left out: "qwen25"
    return (loosely or len(word) == 1) and named.text.startswith(f"{atom.text}.")


def _key(
    query: str,
    whose: Sequence[Word],
    asked: Sequence[Sequence[Word]],
    nearly: bool,
    loosely: bool,
    name: Name,
) -> tuple[object, ...] | None:
    """The sort key of a name that fits; None for one that does not.

    asked: each word of the query, with the other words for the same.
    """
    parts, owner, *more = texts(name, nearly=nearly)
    path = name.path.casefold()
    if query.casefold() in (path, path.partition("/")[2], name.constant.casefold()):
        return 0, name.kind, False, len(parts), 0.0, name.kind
    if any(place(word, owner, loosely=loosely) < 0 for word in whose):
        return None
    places = [_first_place(alike, (parts, owner, *more), loosely) for alike in asked]
    if None in places:
        return None
    typed = "".join(_squeezed(word) for word, *_ in asked)
    level = 1 if _squeezed(parts).startswith(typed) else 2 if 0 in places else 3
    versions = _versions(parts)
    # "2" may mean 2.5, but rather means 2.
    is_major = any(
        len(word) == 1 and word[0].is_number and word[0].text not in versions for word, *_ in asked
    )
    return level, 0, is_major, len(parts), -_newest(versions), name.kind


def _first_place(alike: Sequence[Word], texts: tuple[Word, ...], loosely: bool) -> int | None:
    """The place in a repo name of a word or of another for the same, -1 if it fits only the other
    texts of the model, None if it fits none."""
    parts, *others = texts
    for word in alike:
        at = place(word, parts, loosely=loosely)
        if at >= 0:
            return at
    fits = any(place(word, text, loosely=loosely) >= 0 for word in alike for text in others)
    return -1 if fits else None


def _versions(parts: Word) -> list[str]:
    """The numbers of a name that are not the number of a unit."""
    units = [part.is_glued and not part.is_number for part in parts[1:]] + [False]
    return [p.text for p, unit in zip(parts, units, strict=True) if p.is_number and not unit]


def _newest(versions: Sequence[str]) -> float:
    """The first version of a name as a number, 3.14 for "3.1.4", but no longer than a year is."""
    major, _, rest = (versions[0] if versions else "0").partition(".")
    return min(float(f"{major}.{rest.replace('.', '')}"), 99999.0)


@cache
def texts(name: Name, *, nearly: bool) -> tuple[Word, ...]:
    """The atoms of the repo name, of the owner, and of the other words of a name."""
    owner, _, repo = name.path.partition("/")
    others = (name.more, name.nearly) if nearly else (name.more,)
    return tuple(map(atoms, (repo, owner, *others)))
