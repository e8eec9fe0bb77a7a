"""Models by words, as somebody remembers them: the text of the `search` command."""

import re
from collections.abc import Callable, Sequence

from .model import Model

_WILD = re.compile(r"[*?\[]")


def is_wildcard(word: str) -> bool:
    """Whether a word is a pattern such as "*-Instruct*" rather than a part of a name."""
    return _WILD.search(word) is not None


def matcher(words: Sequence[str]) -> Callable[[Model], bool]:
    """A test whether a model goes by every one of the words.

    As with `Models.find`, letter case and separators are free and the dot of a version may be
    missing, but no number is cut: "1b" is not in "11B" nor in "0.1B", "qwen2" not in "Qwen2.5".
    Unlike there, the words need not be the whole name. A quantisation may be meant by its name
    ("bnb_8bit"), the publishers' own repos by "original". Part of a constant counts as well.
    """
    tests = [_test(word) for word in words]
    return lambda model: all(test(model) for test in tests)


def _test(word: str) -> Callable[[Model], bool]:
    form = _form(word)
    in_path = re.compile(_whole_numbers(form))
    in_constant = re.compile(_whole_numbers(word.upper()))

    def fits(model: Model) -> bool:
        version, path = model.version or "", model.repo_id
        return bool(
            in_path.search(_form(path))
            or ("." in version and in_path.search(_form(path.replace(version, _dotless(version)))))
            or form == _form(model.quant_type.name)
            or (form == "original" and model.is_original)
            or ("_" in word and in_constant.search(model.constant))
        )

    return fits


def _whole_numbers(text: str) -> str:
    """A pattern of the text that does not begin or end within a number."""
    start = "(?<![0-9.])" if text[:1].isdigit() else ""
    end = "(?![0-9]|[.][0-9])" if text[-1:].isdigit() else ""
    return start + re.escape(text) + end


def _dotless(version: str) -> str:
    return version.replace(".", "")


def _form(text: str) -> str:
    """Lower-case letters and digits; between two digits a dot stays, and any other separator is
    a bar."""
    text = re.sub(r"(?<=[0-9])[^a-z0-9.]+(?=[0-9])", "|", text.casefold())
    return re.sub(r"(?<![0-9])[.]|[.](?![0-9])|[^a-z0-9.|]", "", text)
