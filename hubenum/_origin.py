"""Whether an import found the package that came with this one, or another of the same name."""

from types import ModuleType

ROOT = __file__[: -len("hubenum/_origin.py")]
"""The folder that this package and its siblings are installed in, with a separator at its end."""


def check_origin(module: ModuleType) -> None:
    """Raise ImportError if a package that came with this one is hidden by another.

    The message names the file that hides it.
    """
    places = list(getattr(module, "__path__", ()))
    if places != [ROOT + module.__name__]:
        other = module.__file__ or ", ".join(places)
        raise ImportError(
            f"`{module.__name__}` is {other} here, not the package that comes with hubenum. "
            f"Rename that file or folder, or import from another folder.",
            name=module.__name__,
            path=other,
        )
