"""The closest models to a query that no model matches, and the words that match none."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import islice, product, takewhile
from re import findall

from ._matching import WORD, Name, alike, atoms, place, search, texts
from ._reading import plainly

_MOST = 9  # at most so many corrected queries, and so many names for each


def nearest(query: str, names: Sequence[Name]) -> list[Name]:
    """The names that are closest to a query that matches none: at most three, the best first.

    A word that matches no name is replaced by the most similar one. If the words still match no
    name together, the owner is left out, one more word is corrected, or one word is left out. Of
    the first word, at first only the number is left out, because it names the line of models.
    """
    owner, repo = _taken_apart(plainly(query))
    unknown = set(unknown_words(repo, names))
    choices = [near_words(word, names) if word in unknown else [word] for word in repo.split()]
    mended = list(islice(product(*filter(None, choices)), _MOST)) if any(choices) else []
    for attempts in _attempts(owner, mended, names):
        found = [name for text in attempts for name in search(text, names)[:_MOST]]
        if found:
            return _unlike(_by_likeness(repo, found) if len(attempts) > 1 else found)
    return []


def unknown_words(query: str, names: Iterable[Name]) -> list[str]:
    """The words of a query that match no name, not even loosely."""
    parts = [part for name in names for part in texts(name, nearly=True)]
    asked = [(text, atoms(text)) for text in WORD.findall(plainly(query))]
    return [
        text
        for text, word in asked
        if word
        and not any(place(w, part, loosely=True) >= 0 for part in parts for w in alike(word, True))
    ]


def near_words(word: str, names: Iterable[Name]) -> list[str]:
    """The words in names that are most similar to a word: those with the same numbers, if there
    are any."""
    word = word.casefold()
    known = _words_of(names) - {word}
    same = {part for part in known if findall(r"[\d.]+", part) == findall(r"[\d.]+", word)}
    for words in (same, known if word[:1].isalpha() else ()):
        if near := get_close_matches(word, sorted(words), n=3, cutoff=0.7):
            return near
    return []


def _words_of(names: Iterable[Name]) -> set[str]:
    return {word for name in names for word in WORD.findall(name.path.casefold())}


def _begins_any(word: str, names: Iterable[Name]) -> bool:
    return any(known.startswith(word.casefold()) for known in _words_of(names))


def _taken_apart(query: str) -> tuple[str, str]:
    """The owner, and the words of the name separated by spaces."""
    owner, slash, repo = query.partition("/")
    owner, repo = (owner, repo) if slash and "/" not in repo else ("", query)
    return owner, " ".join(WORD.findall(repo))


def _attempts(
    owner: str, mended: Sequence[Sequence[str]], names: Sequence[Name]
) -> Iterator[list[str]]:
    """Lists of queries. Each list asks for less than the one before."""
    for words in mended:
        whole = " ".join(words)
        yield [f"{owner}/{whole}"] if owner else [whole]
    for words in mended:
        if owner:
            yield [" ".join(words)]
        yield [
            " ".join((*words[:at], near, *words[at + 1 :]))
            for at, word in enumerate(words)
            # A known word matches because a separator was left out.
            if word.isalpha() and not _begins_any(word, names)
            for near in near_words(word, names)
        ]
        letters = "".join(takewhile(str.isalpha, words[0]))
        shorter = [" ".join((*words[:at], *words[at + 1 :])) for at in range(1, len(words))]
        versionless = [" ".join((letters, *words[1:]))] if letters else []
        yield [*shorter, *versionless] if len(words) == 2 else shorter
        yield versionless
        yield [" ".join(words[1:]) or words[0]]
        yield [words[0]]


def _by_likeness(query: str, names: Iterable[Name]) -> list[Name]:
    matcher = SequenceMatcher(None, "", query.casefold())

    def unlikeness(name: Name) -> float:
        matcher.set_seq1(" ".join(WORD.findall(name.path.partition("/")[2].casefold())))
        return -matcher.ratio()

    return sorted(names, key=unlikeness)


def _unlike(names: Sequence[Name]) -> list[Name]:
    """The first three with different repo names."""
    repos: dict[str, Name] = {}
    for name in names:
        repos.setdefault(name.path.partition("/")[2].casefold(), name)
    return list(repos.values())[:3]
