"""The typed package of a project, imported to answer a command."""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from ..files import BANNER, read_text
from ..models.model import Family

_NAME = "_hubenum_loaded"


@contextmanager
def loaded_package(output: Path, families: Callable[[], Sequence[Family]]) -> Generator[ModuleType]:
    """What `from generated import ...` imports in a project, for as long as the block lasts.

    If the output is missing or broken, it is the package that these families would give.
    """
    try:
        if package := _imported(output):
            yield package
            return
        from .text import draft

        with TemporaryDirectory(prefix="hubenum-") as folder:
            for name, text in draft(families()).items():
                Path(folder, name).write_text(text, "utf-8")
            package = _imported(Path(folder))
            assert package is not None, "the templates give no package"
            yield package
    finally:
        _forget()


def _imported(folder: Path) -> ModuleType | None:
    """The generated package in a folder; None if there is none that can be imported."""
    init = folder / "__init__.py"
    spec = importlib.util.spec_from_file_location(_NAME, init)
    if not read_text(init).startswith(BANNER) or spec is None or spec.loader is None:
        return None
    module = sys.modules[_NAME] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        importlib.import_module(f"{_NAME}._names")  # an older output has none
    except Exception:  # whatever a merge or an editor has done to it
        _forget()
        return None
    return module


def _forget() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == _NAME]:
        del sys.modules[name]
