"""What is wrong with a definition file or shared module that cannot run: line, error and cure."""

import difflib
import traceback
from collections.abc import Sequence
from pathlib import Path

from .. import quantization, schema
from ..problem import Where

_DATA = "A definition is data: import names from hubenum.schema, and do nothing else."
_CALLS = (
    (quantization, "__init__", "Quant", 'Quant("EXQ4", "exq4", "what it is: what runs it")'),
    (schema, "__new__", "Modality", 'Modality("ocr", is_multimodal=True)'),
    (schema, "verify", "verify", 'it at the end, below `if __name__ == "__main__":`'),
)
"""Calls that fail if written wrongly: module, function, name, and what to write."""


def explain(path: Path, error: BaseException) -> tuple[Where, str, str, str]:
    """The place in a file at which an error was raised, "", the error, and what to write."""
    match error:
        case SyntaxError(text=str(text)) if text.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            where = Where(path, error.lineno or 0)
            return where, "", "conflict markers of a merge", "Take one side of the merge."
        case SyntaxError():
            wrong = f"not Python: {error.msg}"
            return Where(path, error.lineno or 0), "", wrong, "Correct the syntax."
        case OSError() if error.filename == str(path):
            wrong = f"cannot be read: {error.strerror}"
            return Where(path, 0), "", wrong, "Make it a readable text file."
        case _:
            pass
    frames = traceback.extract_tb(error.__traceback__)
    line = next((f.lineno or 0 for f in reversed(frames) if f.filename == str(path)), 0)
    if not line and isinstance(error, (RecursionError, MemoryError)):  # before a line of it ran
        return Where(path, 0), "", "nested too deeply", "Nest it less deeply."
    wrong = f"{type(error).__name__}: {error}".removesuffix(": ")
    return Where(path, line), "", wrong, _cure(error, [(f.filename, f.name) for f in frames])


def _cure(error: BaseException, frames: Sequence[tuple[str, str]]) -> str:
    if isinstance(error, (NameError, ImportError)):
        return _cure_of_name(error.name or "")
    for module, function, name, call in _CALLS:
        if (module.__file__, function) in frames or str(error).startswith(f"{name}."):
            return f"Write {call}."
    return "A definition is data: correct it so that the file runs by itself."


def _cure_of_name(name: str) -> str:
    """What to write instead of a name that is not defined, or not in the schema."""
    if name in schema.__all__:
        return f"Import it: from hubenum.schema import {name}."
    near = difflib.get_close_matches(name, schema.__all__, 1, 0.8)
    write = [f"write {near[0]}"] if near else []
    if name.isupper():
        write.append("import it from a module such as ._shared")
        write.append(f'declare it: {name} = Quant("{name}", "tag", "what it is: what runs it")')
    text = ", or ".join(write)
    return f"{text[0].upper()}{text[1:]}." if text else _DATA
