"""Fields to repo names and back. Pure: no file, no Hub and no order of definitions matters."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from string import Formatter

SEPARATORS = "-_."
"""What an absent field takes with it when it stands before it."""

CASES: Mapping[str, Callable[[str], str]] = {"": str, "upper": str.upper, "lower": str.lower}
"""What may follow the colon in `{size:upper}`."""

NAME_FIELDS = frozenset(
    {"org", "base_name", "model_version", "size", "instruct_tag", "modifier", "quant"}
)
"""Fields of the `name` template."""

PATH_FIELDS = (NAME_FIELDS - {"quant", "modifier"}) | {"name"}
"""Fields of the `original` and `mirrors` templates."""

# What a field looks like that no definition has stated yet; `parse` uses it for a field that is
# free. Words of a tag are taken one by one, so that the quant tag behind them is left over.
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
    """The template with its fields written in; one that is None or "" takes its separator along.

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
    pattern = ""
    seen: set[str] = set()
    spelled: dict[str, dict[str, str]] = {}
    parts = list(Formatter().parse(template))
    for index, (literal, name, spec, _) in enumerate(parts):
        if name is None or name in seen:
            pattern += re.escape(literal) + (f"(?P={name})" if name else "")
            continue
        seen.add(name)
        values = known.get(name, ())
        change = CASES[spec or ""]
        spelled[name] = {key(change(v)): v for v in reversed(values) if v}
        choices = sorted({re.escape(change(v)) for v in values if v}, key=len, reverse=True)
        if name in free:
            choices.append(_SHAPES.get(name, _WORDS))
        group = f"(?P<{name}>{'|'.join(choices)})" if choices else f"(?P<{name}>(?!))"
        # Any word would do for a free tag, so it is tried last: "-unsloth-bnb-4bit" is a quant.
        maybe = "??" if name in free and _SHAPES.get(name, _WORDS) is _WORDS else "?"
        if name not in free and all(values):
            pattern += re.escape(literal) + group
        elif literal[-1:] and literal[-1] in SEPARATORS:
            pattern += f"{re.escape(literal[:-1])}(?:{re.escape(literal[-1])}{group}){maybe}"
        elif not pattern and not literal and index + 1 < len(parts) and parts[index + 1][0]:
            after = parts[index + 1]
            parts[index + 1] = (after[0][1:], *after[1:])
            pattern += f"(?:{group}{re.escape(after[0][0])}){maybe}"
        else:
            pattern += f"{re.escape(literal)}{group}{maybe}"
    match = _compiled(pattern, ignore_case).fullmatch(text)
    if match is None:
        return None
    found = {name: match.groupdict()[name] for name in seen}
    return {name: value and (spelled[name].get(key(value), value)) for name, value in found.items()}


@cache
def _compiled(pattern: str, ignore_case: bool) -> re.Pattern[str]:
    """More than `re` itself remembers: every definition has patterns of its own."""
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)
