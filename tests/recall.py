"""Compare the definitions with a list of repo ids: `python -m tests.recall LIST.tsv`

The list has a repo id in the first column of each line. A first line without a slash is its header.
A table shows, for each family: listed ids (`rows`), declared ids, missing and extra ids, and the
number of lines that declare them. These are lines that are not blank, without the docstring, the
imports, the RETIRED list and the call of `verify`.

Exits 1 if a listed id is missing, or if an extra id has no source: a comment at its definition that
holds the id and an https address. Exits 2 if the definitions cannot be read.
"""

import argparse
import ast
import io
import sys
import tokenize
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from codegen.models.expand import read
from codegen.models.model import Family, Model
from codegen.problem import DefinitionError
from codegen.project.config import find_config

HEAD = ("family", "rows", "declared", "missing", "extra", "lines", "lines per id")

Row = tuple[str, list[int]]
"""A family, and its figures from rows to lines."""


def main(arguments: list[str] | None = None) -> int:
    """Compare, print and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.recall")
    parser.add_argument("list", type=Path, help="the ids that must be declared")
    parser.add_argument("--without", type=Path, help="a list of ids to leave out of it")
    options = parser.parse_args(arguments)
    try:
        config = find_config(Path.cwd())
        families = read(*config.folders)
    except DefinitionError as error:
        print(error, file=sys.stderr)
        return 2
    listed = ids(options.list) - (ids(options.without) if options.without else set())
    declared = {model.repo_id: model for family in families for model in family.models}
    missing: dict[str, list[str]] = defaultdict(list)
    for repo_id in sorted(listed - declared.keys()):
        missing[family_of(repo_id, declared.values())].append(repo_id)
    extra = {repo_id: declared[repo_id] for repo_id in sorted(declared.keys() - listed)}

    rows = [row(family, listed, missing[family.stem], config.definitions) for family in families]
    if missing["?"]:
        rows.append(("?", [len(missing["?"]), 0, len(missing["?"]), 0, 0]))
    total = [sum(column) for column in zip(*(figures for _, figures in rows), strict=True)]
    print_table([*rows, ("in all", total)])
    bare = [repo_id for repo_id, model in extra.items() if not has_source(model)]
    lacking = [repo_id for family in missing.values() for repo_id in family]
    for label, repo_ids in (("missing", lacking), ("not listed, no source", bare)):
        for repo_id in repo_ids:
            print(f"{label}: {repo_id}")
    return 1 if lacking or bare else 0


def ids(path: Path) -> set[str]:
    """The first column of a list."""
    cells = (line.partition("\t")[0].strip() for line in path.read_text("utf-8").splitlines())
    return {cell for cell in cells if "/" in cell}


def family_of(repo_id: str, declared: Iterable[Model]) -> str:
    """The family that an undeclared id seems to belong to: the one with the longest name that it
    begins with, in any letter case; "?" if there is none."""
    begins = [m for m in declared if f"{repo_id}-".casefold().startswith(f"{m.stem}-".casefold())]
    return max(begins, key=lambda model: len(model.stem)).family if begins else "?"


def row(family: Family, listed: set[str], missing: list[str], folder: Path) -> Row:
    """The figures of one family."""
    rows = sum(model.repo_id in listed for model in family.models)
    declared = len(family.models)
    lines = definition_lines((folder / f"{family.stem}.py").read_text("utf-8"))
    return family.stem, [rows + len(missing), declared, len(missing), declared - rows, lines]


def definition_lines(source: str) -> int:
    """The number of lines of a file that are definitions and comments on them."""
    around = (ast.Expr, ast.Import, ast.ImportFrom, ast.If)
    left_out: set[int] = set()
    for node in ast.parse(source).body:
        if isinstance(node, around) or is_retired_list(node):
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(source.splitlines(), 1)
    return sum(bool(line.strip()) and number not in left_out for number, line in lines)


def is_retired_list(node: ast.stmt) -> bool:
    """Whether a statement is the RETIRED list, which declares no model."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, ast.Name) and target.id == "RETIRED" for target in targets)


def has_source(model: Model) -> bool:
    """Whether a comment in or directly above the definition has the id and a public source."""
    beside = comments(model.where.path, model.where.line)
    return model.repo_id in beside and "https://" in beside


@cache
def comments(path: Path, line: int) -> str:
    """The comments in and directly above the statement that a line belongs to."""
    source = path.read_text("utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    texts = {t.start[0]: t.string for t in tokens if t.type == tokenize.COMMENT}
    body = ast.parse(source).body
    statement = next(n for n in body if n.lineno <= line <= (n.end_lineno or n.lineno))
    first = statement.lineno
    while first - 1 in texts:
        first -= 1
    last = statement.end_lineno or first
    return "\n".join(text for number, text in texts.items() if first <= number <= last)


def print_table(rows: list[Row]) -> None:
    """A line per family, numbers to the right."""
    table: list[tuple[str, ...]] = [HEAD]
    for name, figures in rows:
        declared, lines = figures[1], figures[-1]
        table.append((name, *map(str, figures), f"{lines / declared:.2f}" if declared else ""))
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    for name, *cells in table:
        numbers = (c.rjust(w) for c, w in zip(cells, widths[1:], strict=True))
        print(name.ljust(widths[0]), *numbers, sep="  ")


if __name__ == "__main__":
    sys.exit(main())
