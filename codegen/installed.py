"""The versions of installed distributions.

`importlib.metadata` says the same, but importing it takes a quarter of a `check` of what was
checked before, so it is asked only where no folder of metadata is found.
"""

import os
import re
import sys

_METADATA = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)(-py[\d.]+)?\.(dist|egg)-info")


def version_of(distribution: str) -> str:
    """The version of an installed distribution, given with underscores and in lower case.

    Raises PackageNotFoundError, which is a ModuleNotFoundError, if it is not installed.
    """
    for folder in sys.path:
        for name in _names(folder or "."):
            match = _METADATA.fullmatch(name)
            if match and match["name"].lower().replace("-", "_") == distribution:
                return match["version"]
    from importlib.metadata import version

    return version(distribution)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 the paths are not needed
    except OSError:  # no folder: a zip file, or nothing
        return []
