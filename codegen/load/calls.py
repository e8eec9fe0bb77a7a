"""Invalid calls in a definition file, detected before it runs.

Invalid arguments are reported and removed, so that one run reports the later mistakes too.
"""

import ast
import difflib
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from ..problem import Problem, Where, mistake
from ..schema import ModelMeta, Retired, Row

Record = ModelMeta | Row | Retired
"""What a definition file makes."""

_RECORDS: dict[str, type] = {"ModelMeta": ModelMeta, "Row": Row, "Retired": Retired}
_EXAMPLES = {
    "ModelMeta": 'ModelMeta(org="meta-llama", base_name="Llama", ...)',
    "Row": 'Row(sizes=["8B"], quants=[GGUF])',
    "Retired": 'Retired(name="LLAMA_3_8B", repo_id="unsloth/llama-3-8b", ...)',
    "but": 'LLAMA_3.but(modifier="128K", ...)',
}


def repair_calls(path: Path, tree: ast.Module) -> list[Problem]:
    """Take unknown and positional arguments out of the calls that make records, and put `...` for
    missing ones, which the checks of values report; return a problem for each taken out."""
    problems: list[Problem] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _record_name(node)):
            problems += _wrong_arguments(path, node, name)
            if name != "but" and all(keyword.arg for keyword in node.keywords):
                _fill(node, _RECORDS[name])
    return problems


def _record_name(call: ast.Call) -> str | None:
    function = call.func
    if isinstance(function, ast.Attribute):
        return "but" if function.attr == "but" else None
    return function.id if isinstance(function, ast.Name) and function.id in _RECORDS else None


def _wrong_arguments(path: Path, call: ast.Call, name: str) -> Iterator[Problem]:
    """Take the wrong arguments out of a call, with a problem for each."""
    if call.args:
        wrong = f"{name} takes no positional arguments"
        cure = f"Name every argument: {_EXAMPLES[name]}."
        yield mistake(Where(path, call.args[0].lineno), "", wrong, cure)
        call.args = []
    known = [f.name for f in fields(_RECORDS.get(name, ModelMeta)) if f.init]
    for keyword in list(call.keywords):
        if keyword.arg is None or keyword.arg in known:
            continue
        near = difflib.get_close_matches(keyword.arg, known, 1)
        cure = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(known)}."
        where = Where(path, keyword.value.lineno)
        yield mistake(where, keyword.arg, f"{name} has no such field", cure)
        call.keywords.remove(keyword)


def _fill(call: ast.Call, record: type) -> None:
    stated = {keyword.arg for keyword in call.keywords}
    for f in fields(record):
        if f.init and f.default is f.default_factory is MISSING and f.name not in stated:
            value = ast.copy_location(ast.Constant(...), call)
            call.keywords.append(ast.copy_location(ast.keyword(f.name, value), call))
