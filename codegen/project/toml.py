"""pyproject.toml, read as far as hubenum needs it."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from ..problem import refused


def read_toml(path: Path) -> dict[str, object]:
    """The contents of a TOML file; {} if there is no such file.

    Raises DefinitionError if it is not TOML.
    """
    if not path.is_file():
        return {}
    try:
        text = path.read_bytes().decode()
        if not text.startswith("\ufeff"):
            return tomllib.loads(text)
        problem, cure = "begins with a byte order mark", "Save it as UTF-8 without one."
    except UnicodeDecodeError as error:
        problem, cure = f"not UTF-8: {error.reason} at byte {error.start}", "Save it as UTF-8."
    except RecursionError:
        problem, cure = "nested too deeply", "Flatten it."
    except tomllib.TOMLDecodeError as error:
        problem, cure = str(error), "Correct the syntax."
    except ValueError:
        problem, cure = "a number has too many digits", "Write a shorter one."
    raise refused(path, "TOML", problem, cure)


def hubenum_table(path: Path) -> dict[str, object] | None:
    """The table [tool.hubenum] of a pyproject.toml; None if it has none.

    Raises DefinitionError if the name is misspelled, or is not a table.
    """
    top = read_toml(path)
    tools = top.get("tool", {})
    table = cast("dict[str, object]", tools).get("hubenum") if isinstance(tools, dict) else None
    if isinstance(table, dict):
        return cast("dict[str, object]", table)
    name = _misspelled(top)
    if table is None and not name:
        return None
    problem = f"[{name}] is not read" if table is None else f"{table!r} is not a table"
    raise refused(path, "[tool.hubenum]", problem, "Write [tool.hubenum].")


def _misspelled(top: Mapping[str, object]) -> str:
    """The name of a table that is meant to be [tool.hubenum]; "" if there is none."""
    for key, value in top.items():
        if not isinstance(value, dict):
            continue
        if _is_like(key, "hubenum"):
            return key
        if _is_like(key, "tool"):
            for name in cast("dict[str, object]", value):
                if _is_like(name, "hubenum"):
                    return f"{key}.{name}"
    return ""


def _is_like(text: str, word: str) -> bool:
    folded = re.sub(r"[^a-z]", "", text.casefold())
    return bool(difflib.get_close_matches(folded, [word], cutoff=0.75))
