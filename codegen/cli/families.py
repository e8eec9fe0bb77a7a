"""The families of a project, and those that are named on the command line."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

import click

from .completion import complete_family
from .words import no_such

if TYPE_CHECKING:  # a key press has no time to import what it does not need
    from ..models.model import Family
    from ..project.config import Config


def declared(config: "Config", *, unknown_replacements: bool = False) -> "tuple[Family, ...]":
    """The families that the definitions declare. Raises DefinitionError.

    With `unknown_replacements`, a retired name may have a replacement that is not declared.
    """
    from ..models.expand import read

    return read(
        *config.folders,
        originals=config.originals,
        unknown_replacements=unknown_replacements,
    )


def with_lock(config: "Config", families: "Sequence[Family]") -> "tuple[Family, ...]":
    """The families, with the facts that the project's lock records."""
    from ..hub.lock import read_lock
    from ..hub.recorded import with_facts

    return with_facts(families, read_lock(config.definitions))


def stems(config: "Config", names: Iterable[str]) -> tuple[str, ...]:
    """The file names, without `.py`, of families named in any letter case.

    Raises UsageError, with the closest names, if there is no such family.
    """
    known = sorted(path.stem for folder in config.folders for path in folder.files())
    wanted = {name: name.casefold().replace("-", "_").replace(" ", "_") for name in names}
    for name, stem in wanted.items():
        if stem not in known:
            raise click.UsageError(no_such("family", name, known))
    return tuple(wanted.values())


def checked_families(
    ctx: click.Context, param: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...]:
    """Resolve the families of an option or argument, as `stems` does."""
    return stems(cast("Config", ctx.find_root().obj), names) if names else ()


def checked_family(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    """Resolve the family of an option, if it is given."""
    return None if name is None else checked_families(ctx, param, (name,))[0]


def families_argument(command: Callable[..., object]) -> Callable[..., object]:
    """Add `[FAMILY]...`; the command gets `families`, empty for all."""
    return click.argument(
        "families",
        nargs=-1,
        metavar="[FAMILY]...",
        callback=checked_families,
        shell_complete=complete_family,
    )(command)
