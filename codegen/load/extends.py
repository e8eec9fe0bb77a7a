"""A folder of definitions: a project's own, or another's that the project extends."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from ..files import is_generated, read_bytes, read_text
from ..names.owner import PLAIN, ConstantTemplates

UPLOADER = "UPLOADER"
"""The name in the `__init__.py` of a definitions package that states whose uploads it declares."""

_DEFINES = re.compile(r"^\w+ *(?::.*)?= *ModelMeta\(", re.MULTILINE)
"""What a definition begins with."""

BUNDLED = Path(__file__).resolve().parents[2] / "definitions"
"""The definitions that come with hubenum."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of definition files."""

    path: Path
    """Absolute."""
    uploader: str
    """The namespace of the uploads, unless a definition states another."""
    families: tuple[str, ...] | None = None
    """The families to read, by file name without `.py`; None for all."""
    constants: ConstantTemplates = PLAIN
    """How constants carry the name of their uploader."""

    def files(self) -> list[Path]:
        """The definition files to read, sorted: no name that starts with an underscore or a dot."""
        paths = sorted(self.path.iterdir()) if self.path.is_dir() else []
        named = [p for p in paths if p.suffix.lower() == ".py" and not _is_left_out(p.name)]
        return [p for p in named if self.families is None or p.stem in self.families]

    def unread(self) -> list[Path]:
        """The files that look like definitions, which nothing reads: in folders inside this one,
        and the `__init__.py`."""
        inner = [
            path
            for path in sorted(self.path.glob("*/**/*.py"))
            if not any(map(_is_left_out, path.relative_to(self.path).parts))
        ]
        files = [path for path in (self.path / "__init__.py", *inner) if path.is_file()]
        texts = {path: read_text(path) for path in files}
        return [p for p, text in texts.items() if _DEFINES.search(text) and not is_generated(text)]


def _is_left_out(name: str) -> bool:
    """Whether a file is skipped for its name: "_shared.py", an editor's ".#a.py"."""
    return name.startswith(("_", "."))


def stated_uploader(folder: Path) -> str | None:
    """The value of `UPLOADER` in the `__init__.py` of a folder; None if there is none."""
    try:
        tree = ast.parse(read_bytes(folder / "__init__.py"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))
            ) | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(value))) if (
                name == UPLOADER
            ):
                return value
            case _:
                pass
    return None
