"""The rule of search: which names match a query, and in which order.

A word matches from the start of a part of a name. A number matches as a whole: "8b" does not match
"0.8B", and "4" does not match "4bit". Separators may be left out ("llama31") but not added. The
best match comes first: exactly that name, then names that begin with the words, then shorter
names, then newer versions.
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
    is_glued: bool  # whether there is no separator before it


class Name(NamedTuple):
    """The texts by which a model can be found."""

    path: str
    constant: str
    more: str  # words for its quantization, and "original"
    kind: int  # 0 an upload, 1 an original, 2 a mirror
    nearly: str = ""  # words for its modality, which match only if nothing else does


Word = tuple[Atom, ...]

_FORMATS = {"bf", "fp", "int", "mxfp", "nf", "nvfp", "q"}
_BIT = Atom("bit", is_number=False, is_glued=True)
_ATOM = compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
WORD = compile(r"[^\s/:,;+&|_\u2010-\u2015-]+")
# Synonyms for words in names, and similar words that match only if nothing else does.
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
    "dynamic": ("unsloth-bnb", "ud"),
    "f16": ("bf16", "none"),
    "float16": ("bf16", "none"),
    "fp16": ("bf16", "none"),
    "instruct": ("it", "chat"),
    "int4": ("4bit",),
    "int8": ("8bit",),
    "it": ("instruct", "chat"),
    "quantized": ("4bit", "8bit", "gguf", "fp8", "nvfp4", "mxfp4"),
}
# Whether similar words match, and whether words and numbers match loosely.
_TRIES = ((False, False), (True, False), (True, True))


def search(query: str, names: Sequence[Name], *, strictly: bool = False) -> list[Name]:
    """The names that match every word of a query, the best match first.

    If none matches, similar words and then loose matches count, unless `strictly`. An empty query
    matches all names, and one without letters or digits matches none.
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
    """The names that match every word of one reading of a query, the best match first."""
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
    """A word and its synonyms; with `nearly`, similar words too."""
    text = "".join(atom.text for atom in word)
    others = _ALSO.get(text, ()) + (_NEARLY.get(text, ()) if nearly else ())
    return [word, *map(atoms, others)]


@cache
def atoms(text: str) -> tuple[Atom, ...]:
    """The runs of letters and the numbers of a text, in lower case. "3_5" is the number 3.5."""
    text = sub(r"(?<=\d)_(?=\d)", ".", text.casefold())
    parts: list[Atom] = []
    end = -1
    for match in _ATOM.finditer(text):
        parts.append(Atom(match[0], match[0][0].isdecimal(), match.start() == end))
        end = match.end()
    return tuple(parts)


def words(query: str) -> list[Word]:
    """The words of a query, each as its atoms. A word has a letter or a digit."""
    query = sub(r"(?<=\d)_(?=\d)", ".", query)
    return [word for word in map(atoms, WORD.findall(query)) if word]


def place(word: Word, name: Word, *, loosely: bool) -> int:
    """The index of the first atom of a name at which a word matches; -1 if there is none.

    Loosely, a number also matches a longer version ("2" matches "2.5"), and a unit may follow it.
    """
    if _squeezed(word) not in _squeezed(name):
        return -1  # a quick test that most names fail
    for start, atom in enumerate(name):
        if not atom.is_number and atom.is_glued:
            continue  # the unit of a number does not start a part
        if _fits_at(word, name, start, loosely):
            return start
    return -1


@cache
def _squeezed(word: Word) -> str:
    """The atoms without separators and dots."""
    return "".join(atom.text.replace(".", "") for atom in word)


def _fits_at(word: Word, name: Word, at: int, loosely: bool) -> bool:
    if word[0].is_number and at and name[at].is_glued and name[at - 1].text in _FORMATS:
        return False  # "8" is not the 8 of "FP8"
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
    """The index after the letters of a word in a name; -1 if they do not match there. The unit of
    a number matches as a whole: "4b" does not match "4bit"."""
    text, is_unit = name[at].text, name[at].is_glued and name[at - 1].is_number
    # Letters may continue across a separator that was left out: "gptoss".
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
    """The sort key of a name that matches; None if it does not.

    Args:
        asked: each word of the query, with its synonyms.
    """
    parts, owner, *more = texts(name, nearly=nearly)
    length = 2 * len(parts) - sum(len(part.text) == 4 and part.is_number for part in parts)
    if _hyphenated(query) in _exact(name):
        return 0, name.kind, False, length, 0.0, name.kind
    if any(place(word, owner, loosely=loosely) < 0 for word in whose):
        return None
    places = [_first_place(alike, (parts, owner, *more), loosely) for alike in asked]
    if None in places:
        return None
    typed = "".join(_squeezed(word) for word, *_ in asked)
    level = 1 if _squeezed(parts).startswith(typed) else 2 if 0 in places else 3
    versions = _versions(parts)
    # "2" can mean 2.5, but 2 is more likely.
    is_major = any(
        len(word) == 1 and word[0].is_number and word[0].text not in versions for word, *_ in asked
    )
    return level, 0, is_major, length, -_newest(versions), name.kind


def _hyphenated(text: str) -> str:
    """A text with a hyphen for each separator: the name of a model in full, however spelled."""
    return sub(r"[\W_]+", "-", text.casefold()).strip("-")


@cache
def _exact(name: Name) -> tuple[str, ...]:
    """What names a model in full: its id, its repo name, its constant."""
    return tuple(map(_hyphenated, (name.path, name.path.partition("/")[2], name.constant)))


def _first_place(alike: Sequence[Word], texts: tuple[Word, ...], loosely: bool) -> int | None:
    """The index in a repo name at which a word or a synonym matches; -1 if it matches only the
    other texts of the model, None if it matches none."""
    parts, *others = texts
    for word in alike:
        at = place(word, parts, loosely=loosely)
        if at >= 0:
            return at
    fits = any(place(word, text, loosely=loosely) >= 0 for word in alike for text in others)
    return -1 if fits else None


def _versions(parts: Word) -> list[str]:
    """The numbers in a name that have no unit."""
    units = [part.is_glued and not part.is_number for part in parts[1:]] + [False]
    return [p.text for p, unit in zip(parts, units, strict=True) if p.is_number and not unit]


def _newest(versions: Sequence[str]) -> float:
    """The first version in a name as a number: 3.14 for "3.1.4". At most 99999."""
    major, _, rest = (versions[0] if versions else "0").partition(".")
    return min(float(f"{major}.{rest.replace('.', '')}"), 99999.0)


@cache
def texts(name: Name, *, nearly: bool) -> tuple[Word, ...]:
    """The atoms of the repo name, of the owner, and of the other words of a name."""
    owner, _, repo = name.path.partition("/")
    others = (name.more, name.nearly) if nearly else (name.more,)
    return tuple(map(atoms, (repo, owner, *others)))
