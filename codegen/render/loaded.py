"""The typed package of a project, imported to answer a command.

The generated package is imported if possible. If it is missing or broken, the package is made from
the definitions in memory.
"""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from ..files import BANNER, read_text
from ..models.model import Family

_NAME = "_hubenum_loaded"


class _Files(MetaPathFinder, InspectLoader):
    """Finds the modules of one package in a dict of their texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {
            f"{_NAME}.{name.removesuffix('.py')}".removesuffix(".__init__"): text
            for name, text in texts.items()
            if name.endswith(".py")
        }

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._texts:
            return None
        return ModuleSpec(fullname, self, is_package=self.is_package(fullname))

    def get_source(self, fullname: str) -> str:
        return self._texts[fullname]

    def is_package(self, fullname: str) -> bool:
        return fullname == _NAME


@contextmanager
def loaded_package(output: Path, families: Callable[[], Sequence[Family]]) -> Generator[ModuleType]:
    """What `from generated import ...` imports in a project, for as long as the block lasts.

    `families` are asked for only if the output cannot be read.
    """
    finders = sys.meta_path[:]
    try:
        yield _generated(output) or _made(families())
    finally:
        sys.meta_path[:] = finders
        _forget()


def _generated(output: Path) -> ModuleType | None:
    """The package that was generated; None if there is none that can be imported."""
    init = output / "__init__.py"
    if not read_text(init).startswith(BANNER):
        return None
    spec = importlib.util.spec_from_file_location(_NAME, init)
    if spec is None or spec.loader is None:
        return None
    module = sys.modules[_NAME] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        importlib.import_module(f"{_NAME}._names")  # an older output has none
    except Exception:  # whatever a merge or an editor has done to it
        _forget()
        return None
    return module


def _made(families: Sequence[Family]) -> ModuleType:
    """The package that these families would give."""
    from .text import draft

    sys.meta_path.insert(0, _Files(draft(families)))
    return importlib.import_module(_NAME)


def _forget() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == _NAME]:
        del sys.modules[name]
