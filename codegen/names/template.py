"""Fields to repo names and back. Pure functions: no files, no Hub."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from string import Formatter

SEPARATORS = "-_."
"""The separators that an absent field removes: the one before it."""

CASES: Mapping[str, Callable[[str], str]] = {"": str, "upper": str.upper, "lower": str.lower}
"""What may follow the colon in `{size:upper}`."""

NAME_FIELDS = frozenset(
    {"org", "base_name", "model_version", "size", "instruct_tag", "modifier", "quant"}
)
"""Fields of the `name` template."""

PATH_FIELDS = (NAME_FIELDS - {"quant", "modifier"}) | {"name"}
"""Fields of the `original` and `mirrors` templates."""

# The form of values that no definition states yet; `parse` accepts them for free fields. Words of
# a tag match one by one, so that the quant tag after them remains.
_WORDS = r"[A-Za-z0-9]\w*(?:-[A-Za-z0-9]\w*)*?"
_SHAPES: Mapping[str, str] = {
    "size": (
        r"(?:\d+x)?[EeAa]?\d+(?:\.\d+)?[BbTt](?:-[Aa]\d+(?:\.\d+)?[BbMm]|-\d+[Ee])?"
        r"|\d\d+(?:\.\d+)?[Mm](?:-[Aa]\d+[BbMm])?"
    ),
    "model_version": r"[A-Za-z]{0,2}\d+(?:[._]\d+)*[a-z]?(?:-[A-Za-z0-9]+)*?",
    "modifier": _WORDS,
}

Fields = Mapping[str, str | None]


def template_fields(template: str) -> list[tuple[str, str]]:
    """The fields of a template in order, as (name, letter case).

    Raises ValueError where the braces do not match.
    """
    parts = Formatter().parse(template)
    return [(name, spec or "") for _, name, spec, _ in parts if name is not None]


def fill(template: str, fields: Fields) -> str:
    """Fill in a template. A field that is None or "" is left out with the separator before it.

    >>> fill("{base_name}-{size}-{instruct_tag}", {
    ...     "base_name": "Llama", "size": "8B", "instruct_tag": None})
    'Llama-8B'

    Raises KeyError for a field that is not in `fields`.
    """
    text = ""
    at_start = False
    for literal, name, spec, _ in Formatter().parse(template):
        text += literal[1:] if at_start and literal[:1] in SEPARATORS else literal
        at_start = False
        if name is None:
            continue
        value = fields[name]
        if value:
            text += CASES[spec or ""](value)
        elif text and text[-1] in SEPARATORS:
            text = text[:-1]
        else:
            at_start = not text or text.endswith("/")
    return text


@cache
def full_template(template: str) -> str:
    """A name template with the modifier and the quant tag appended where it places neither.

    >>> full_template("{base_name}-{size}")
    '{base_name}-{size}-{modifier}-{quant}'
    """
    placed = {name for name, _ in template_fields(template)}
    appended = ("{modifier}", "{quant}")
    return template + "".join(f"-{f}" for f in appended if f[1:-1] not in placed)


def parse(
    template: str,
    text: str,
    known: Mapping[str, Sequence[str | None]],
    *,
    free: Collection[str] = (),
    ignore_case: bool = False,
) -> dict[str, str | None] | None:
    """Read the fields back out of a name: the inverse of `fill`. None if it does not fit.

    A field takes one of its `known` values; one that is in `free` may also take any other that
    looks like its kind, or be absent. With `ignore_case` the known values are matched in any
    letter case and given back as `known` spells them.
    """
    key = str.casefold if ignore_case else str
    match = _compiled(_pattern(template, known, free), ignore_case).fullmatch(text)
    if match is None:
        return None
    cases = {name: CASES[case] for name, case in reversed(template_fields(template))}
    spelled = {
        name: {key(case(value)): value for value in reversed(known.get(name, ())) if value}
        for name, case in cases.items()
    }
    return {
        name: value and spelled[name].get(key(value), value)
        for name, value in match.groupdict().items()
    }


def _pattern(
    template: str, known: Mapping[str, Sequence[str | None]], free: Collection[str]
) -> str:
    """A regex for the names that a template gives, with one group for each field."""
    pattern = ""
    seen: set[str] = set()
    parts = list(Formatter().parse(template))
    for index, (literal, name, spec, _) in enumerate(parts):
        if name is None or name in seen:
            pattern += re.escape(literal) + (f"(?P={name})" if name else "")
            continue
        seen.add(name)
        values, change = known.get(name, ()), CASES[spec or ""]
        group = _group(name, [change(value) for value in values if value], name in free)
        if name not in free and all(values):
            pattern += re.escape(literal) + group
            continue
        # Any word would do for a free tag, so it is tried last: "-unsloth-bnb-4bit" is a quant.
        optional = "??" if name in free and _SHAPES.get(name, _WORDS) is _WORDS else "?"
        before, after = "", ""
        if literal[-1:] and literal[-1] in SEPARATORS:
            literal, before = literal[:-1], literal[-1]
        elif not pattern and not literal and index + 1 < len(parts) and parts[index + 1][0]:
            following = parts[index + 1]  # the first field takes along the separator after it
            after = following[0][0]
            parts[index + 1] = (following[0][1:], *following[1:])
        group = f"(?:{re.escape(before)}{group}{re.escape(after)}){optional}"
        pattern += re.escape(literal) + group
    return pattern


def _group(name: str, values: Iterable[str], is_free: bool) -> str:
    """The regex group of a field: its known values, the longest first, and if free its shape."""
    choices = sorted({re.escape(value) for value in values}, key=len, reverse=True)
    if is_free:
        choices.append(_SHAPES.get(name, _WORDS))
    return f"(?P<{name}>{'|'.join(choices) or '(?!)'})"


@cache
def _compiled(pattern: str, ignore_case: bool) -> re.Pattern[str]:
    """A larger cache than that of `re`: every definition has its own patterns."""
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)
