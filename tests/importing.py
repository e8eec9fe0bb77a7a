"""Import a generated package in this process, without mixing it up with hubenum's own."""

import importlib
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType


@contextmanager
def imported(root: Path) -> Generator[ModuleType]:
    """The package `generated` of a project, which alone has that name within the block."""
    names = [name for name in sys.modules if name.partition(".")[0] == "generated"]
    before = {name: sys.modules.pop(name) for name in names}
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module("generated")
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if name.partition(".")[0] == "generated"]:
            del sys.modules[name]
        sys.modules.update(before)
