"""The typed package of a project's definitions, imported without being written.

So the commands answer with the very code that the package brings, from what the definitions say
now: a package on disk may be stale, broken or not there yet.
"""

import importlib
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from ..models.model import Family
from .text import draft

_NAME = "_hubenum_loaded"


class _Files(MetaPathFinder, InspectLoader):
    """Finds the modules of one package in a dict of their texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {
            f"{_NAME}.{name.removesuffix('.py')}".removesuffix(".__init__"): text
            for name, text in texts.items()
            if name.endswith(".py")
        }

    @property
    def names(self) -> list[str]:
        """The modules, the package itself first."""
        return sorted(self._texts)

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


def load_package(families: Sequence[Family]) -> ModuleType:
    """What `from generated import ...` would import after `generate`, with all of its modules."""
    finder = _Files(draft(families))
    sys.meta_path.insert(0, finder)
    try:
        for name in finder.names:
            importlib.import_module(name)
    finally:
        sys.meta_path.remove(finder)
    return sys.modules[_NAME]
