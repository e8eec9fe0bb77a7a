"""What is wrong with a definition file or shared module that cannot run: line, error and cure."""

import difflib
import traceback
from pathlib import Path

from .. import schema
from ..problem import Where

_DATA = "A definition is data: import names from hubenum.schema, and do nothing else."
_CALLS = {
    "Quant.": 'Write Quant("EXQ4", "exq4", "what it is: what runs it").',
    "Modality.": 'Write Modality("ocr", is_multimodal=True).',
}


def explain(path: Path, error: BaseException) -> tuple[Where, str, str, str]:
    """The place in a file at which an error was raised, "", the error, and what to write."""
    if isinstance(error, SyntaxError):
        wrong = f"not Python: {error.msg}"
        return Where(path, error.lineno or 0), "", wrong, "Correct the syntax."
    frames = traceback.extract_tb(error.__traceback__)
    line = next((f.lineno or 0 for f in reversed(frames) if f.filename == str(path)), 0)
    return Where(path, line), "", f"{type(error).__name__}: {error}", _cure(error)


def _cure(error: BaseException) -> str:
    if isinstance(error, (NameError, ImportError)):
        return _cure_of_name(error.name or "")
    calls = (cure for call, cure in _CALLS.items() if str(error).startswith(call))
    return next(calls, "A definition is data: correct it so that the file runs by itself.")


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
