"""`generate` and `check`: the same code, with and without writing."""

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..files import (
    Files,
    diff,
    holds,
    is_interrupted,
    read_bytes,
    read_text,
    remove_stale,
    unlike,
    write_files,
)
from ..history.foreign import refuse_foreign
from ..history.git import GitError, untracked
from ..history.memory import digest, recall, recording, remember
from ..installed import version_of
from ..problem import Where, refused
from ..project.config import Config
from .words import counted, program

if TYPE_CHECKING:  # a `check` that remembers imports none of what these need
    from ..models.model import Family

_LAYOUT = ".black-version"
"""The file in the output folder that holds the version of black that formatted the others."""


def _git_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--no-git",
        "use_git",
        flag_value=False,
        default=True,
        help="Compare names with the output folder, not with what git has committed.",
    )(command)


def _reason(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A reason that a definition can state."""
    if value is not None and not (value.strip() and value.isprintable()):
        raise click.BadParameter("write one line, such as: the publisher withdrew it")
    return value


@click.command(epilog="""\b
Examples:
  hubenum generate
  hubenum generate --retire --why "the publisher withdrew it"
""")
@click.option("--retire", is_flag=True, help="Retire the names that would be lost.")
@click.option("--why", metavar="TEXT", callback=_reason, help="With --retire: the reason.")
@click.option("--renamed", is_flag=True, help="With --retire: treat lost models as renamed.")
@_git_option
@click.pass_context
def generate(
    ctx: click.Context, *, retire: bool, why: str | None, renamed: bool, use_git: bool
) -> None:
    """Generate the typed package from the definitions. Writes only the files that change.

    Exits 1, with nothing written, if a name of the committed package would be lost.
    """
    from ..history.retire_plan import contents, retired
    from . import lost
    from .families import declared

    config: Config = ctx.obj
    if (why or renamed) and not retire:
        raise click.UsageError(f"{'--why' if why else '--renamed'} needs --retire")
    version_of("black")  # not installed: nothing is written
    families = declared(config, unknown_replacements=True)
    package = _package(config, families)
    with _needing_git(config):
        losses = lost.guard(config, families, package, use_git=use_git, are_renamed=renamed)
    if losses and not retire:
        lost.report(config, families, losses)
        ctx.exit(1)
    edits = lost.edits_for(config, families, losses, why) if losses else []
    edited = contents(edits)
    if edits:
        families = retired(families, edits)
        package = _package(config, families)
    drafts = _with_readme(config, families, package)
    refuse_foreign(config.output, drafts[config.output])
    files = edited | _laid_out(config, drafts)
    config.output.mkdir(parents=True, exist_ok=True)
    black = config.output / _LAYOUT
    if not black.is_file() or any(not holds(path, content) for path, content in files.items()):
        files[black] = f"{version_of('black')}\n".encode()
    unnamed = {black, *edited}
    written = [path.name for path in write_files(files) if path not in unnamed]
    removed = remove_stale(config.output, drafts[config.output])
    lost.report_retired(edits)
    click.echo(f"{_counts(families)}; {_done(written, removed)}")


def _done(written: Sequence[str], removed: Sequence[str]) -> str:
    names = {"wrote": written, "removed": removed}
    parts = [f"{verb} {', '.join(files)}" for verb, files in names.items() if files]
    return "; ".join(parts) or "nothing to write"


@click.command(epilog="""\b
Examples:
  hubenum check
  hubenum check --strict
  hubenum check --base origin/main
""")
@click.option("--strict", is_flag=True, help="Also fail on formatting-only differences.")
@click.option("--base", metavar="REV", help="Also fail on names lost since a git revision.")
@click.option("--tracked", is_flag=True, help="Also fail on definitions that git does not track.")
@_git_option
@click.pass_context
def check(
    ctx: click.Context, *, strict: bool, base: str | None, tracked: bool, use_git: bool
) -> None:
    """Compare the typed package with the definitions, without writing.

    Prints the differences. Exits 1 if there are any, or if a name would be lost.
    """
    config: Config = ctx.obj
    if base is not None and re.fullmatch("0{40}(0{24})?", base):  # as forges write no commit
        base = None
    with _needing_git(config):
        current = digest(config, use_git=use_git)
        unknown = untracked(config.definitions) if tracked else []
        for path in unknown:
            click.echo(f"{Where(path, 0)}: git does not track this definition; add it.", err=True)
        if base is None and (summary := recall(config, current)):
            click.echo(summary)
            is_fine = True
        else:
            is_fine = _check(config, current, strict=strict, use_git=use_git, base=base)
    ctx.exit(0 if is_fine and not unknown else 1)


@contextmanager
def _needing_git(config: Config) -> Generator[None]:
    """Raise DefinitionError, with a cure, if git cannot tell what is committed of the output."""
    try:
        yield
    except GitError as error:
        problem = f"cannot tell whether names are lost: {error}"
        cure = "Let git read this repository (`git status` must work here), or compare with the"
        cure += f" files in the folder: {program()} check --no-git"
        raise refused(config.output, "", problem, cure) from None


def _check(config: Config, current: str, *, strict: bool, use_git: bool, base: str | None) -> bool:
    """Compare, print what differs, and remember if nothing does."""
    from . import lost
    from .families import declared

    version_of("black")  # not installed: the layout cannot be compared
    with recording(config) as is_covered:
        families = declared(config, unknown_replacements=True)
    package = _package(config, families)
    losses = lost.guard(config, families, package, use_git=use_git, base=base)
    drafts = _with_readme(config, families, package)
    refuse_foreign(config.output, drafts[config.output])
    diffs, formatted = _differences(config, drafts, strict=strict)
    summary = f"{_counts(families)}; up to date"
    if not diffs and not losses:
        click.echo(summary)
        if formatted:
            click.echo(
                f"{', '.join(formatted)}: formatted by black {_black_of(config)}; black"
                f" {version_of('black')} is installed here. The code is the same.",
                err=True,
            )
        elif is_covered() and digest(config, use_git=use_git) == current:
            remember(config, current, summary)
        return True
    _report(config, diffs)
    if losses:
        lost.report(config, families, losses)
    else:
        click.echo(f"Repair with: {program()} generate", err=True)
    return False


def _differences(
    config: Config, drafts: Mapping[Path, Files], *, strict: bool
) -> tuple[dict[str, str], list[str]]:
    """What differs, by name of the file, and the files that only another black formatted.

    The same code needs no black if the same version formatted it.
    """
    from ..render.layout import layout, same_code

    is_same_black = _black_of(config) == version_of("black")
    diffs: dict[str, str] = {}
    formatted: list[str] = []
    for folder, files in drafts.items():
        differing = unlike(folder, files)
        texts = {name: read_text(folder / name) for name in differing}
        same = () if strict else [n for n, t in differing.items() if same_code(texts[n], t)]
        others = layout({n: text for n, text in differing.items() if n not in same})
        if not is_same_black:
            formatted += unlike(folder, layout({name: files[name] for name in same}))
        diffs |= diff(folder, {**files, **others, **{name: texts[name] for name in same}})
    return diffs, formatted


def _report(config: Config, diffs: Mapping[str, str]) -> None:
    """Print what differs."""
    if is_interrupted(config.output):
        click.echo(f"{Where(config.output, 0)}: a write was interrupted.", err=True)
    if diffs and not (config.output / "models.py").is_file():
        click.echo(f"{Where(config.output, 0)}: there is no generated package here.", err=True)
        return
    for text in diffs.values():
        click.echo(text, nl=False)
    if diffs:
        click.echo(f"{', '.join(diffs)} differ from the definitions.", err=True)
    if conflicts := [name for name, text in diffs.items() if "\n-<<<<<<< " in text]:
        click.echo(f"{', '.join(conflicts)}: conflict markers of a merge; regenerate.", err=True)


def _package(config: Config, families: Sequence["Family"]) -> Files:
    """The files of the typed package before formatting."""
    from ..render.text import draft
    from .families import with_lock

    return draft(with_lock(config, families))


def _with_readme(config: Config, families: Sequence["Family"], package: Files) -> dict[Path, Files]:
    """The files of each folder: the typed package, and the README with its tables, if any."""
    from ..render.readme import MARKS, has_marks, with_table

    if not config.readme:
        return {config.output: package}
    text = _readme(config.readme).replace("\r\n", "\n")
    if not has_marks(text):
        missing = "no marks, so no table of families; add these lines:"
        lines = (f"{Where(config.readme, 0)}: {missing}", *MARKS)
        click.echo("\n".join(lines), err=True)
    folder, name = config.readme.parent, config.readme.name
    beside: Files = package if folder == config.output else {}
    if name in beside:
        raise refused(config.readme, "readme", "`generate` writes it", "Name another file.")
    return {config.output: package, folder: {**beside, name: with_table(text, families)}}


def _laid_out(config: Config, drafts: Mapping[Path, Files]) -> dict[Path, bytes]:
    """The content of each file. What the folder holds already needs no black."""
    from ..render.layout import layout

    return {
        folder / name: _encoded(config, folder / name, text)
        for folder, texts in drafts.items()
        for name, text in {**texts, **layout(unlike(folder, texts))}.items()
    }


def _readme(path: Path) -> str:
    """The text of the README. Raises DefinitionError if there is none or it is not UTF-8."""
    try:
        return read_bytes(path).decode()
    except FileNotFoundError:
        message, cure = "does not exist", "Create it, or take `readme` out of [tool.hubenum]."
    except UnicodeDecodeError as error:
        message, cure = f"not UTF-8: {error}", "Save it as UTF-8."
    raise refused(path, "", message, cure)


def _encoded(config: Config, path: Path, text: str) -> bytes:
    """The content of a file. A README keeps its line endings."""
    keeps_crlf = path == config.readme and b"\r\n" in read_bytes(path)
    return text.replace("\n", "\r\n" if keeps_crlf else "\n").encode()


def _black_of(config: Config) -> str:
    return read_text(config.output / _LAYOUT).strip() or "of an unknown version"


def _counts(families: Sequence["Family"]) -> str:
    numbers = [len(family.models) for family in families if family.models]
    return f"{counted(len(numbers), 'family', 'families')}, {counted(sum(numbers), 'model')}"
