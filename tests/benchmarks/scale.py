"""What each command costs as a catalog grows: `python -m tests.benchmarks.scale [MODELS...]`.

Prints a row per command: processor time and peak memory at each number of models, and the growth
per model from the second last to the last. Growth is linear if that figure is at most 1.2.
"""

import argparse
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.commands import ROOT

from .made_up import write_project
from .measure import Cost, cost

_ONE = "MADE_UP_1_0_8B_INSTRUCT_BNB"

_SYNC = """
import json, sys
from pathlib import Path
from codegen.hub import ask
from codegen.hub.listing import Listing, Repo

rows = [Repo(id=line, raw={}) for line in Path("uploads.txt").read_text().split()]
ask.list_uploads = lambda *args, **options: Listing(tuple(rows), complete=True)
from codegen.cli.main import main
main(["sync"])
"""


class Command(NamedTuple):
    """A row of the table."""

    name: str
    arguments: tuple[str, ...]
    prints: str = ""
    """Part of the output, which shows that the command did its work."""
    forgets: bool = False
    """Whether its output and what `check` remembers are deleted first."""


COMMANDS = (
    Command("generate", ("-m", "codegen", "generate"), "wrote", forgets=True),
    Command("check, cold", ("-m", "codegen", "check"), "up to date", forgets=True),
    Command("check, warm", ("-m", "codegen", "check"), "up to date"),
    Command("import and one member", ("-c", f"from generated import Models; Models.{_ONE}")),
    Command(
        "`Models.find`",
        ("-c", "from generated import Models; Models.find('made up 1.0 8b instruct bnb')"),
    ),
    Command(
        "search", ("-m", "codegen", "search", "made-up-1.0", "8b", "--quiet"), "acme/Made-Up-1.0-8B"
    ),
    Command("sync, 10 new uploads", ("-c", _SYNC), "99B"),
    Command("diff, 200 models more", ("-m", "codegen", "diff", "earlier"), "200"),
    Command("catalog", ("-m", "codegen", "catalog"), "wrote", forgets=True),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=int, nargs="*", default=[1000, 10_000, 50_000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    columns: list[dict[str, Cost]] = []
    for models in options.models:
        with tempfile.TemporaryDirectory() as name:
            columns.append(_costs(Path(name), models, options.runs))
    heads = [f"{models:,} models | MB" for models in options.models]
    print(f"| command, s | {' | '.join(heads)} | growth |")
    print("|---|" + "--:|" * (2 * len(columns) + 1))
    for command in COMMANDS:
        costs = [column[command.name] for column in columns]
        figures = " | ".join(f"{c.seconds:.2f} | {c.megabytes:,.0f}" for c in costs)
        print(f"| {command.name} | {figures} | {_growth(costs, options.models)} |")


def _costs(folder: Path, models: int, runs: int) -> dict[str, Cost]:
    """The cost of every command in a new project."""
    environment = {
        "PYTHONPATH": f"{folder}:{ROOT}",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    write_project(folder, models - 200)
    cost(sys.executable, *COMMANDS[0].arguments, cwd=folder, environment=environment, runs=1)
    shutil.copytree(folder / "generated", folder / "earlier")
    shutil.rmtree(folder / "definitions")
    write_project(folder, models)
    costs: dict[str, Cost] = {}
    for command in COMMANDS:
        if command.name.startswith("sync"):
            _write_uploads(folder)
        costs[command.name] = cost(
            sys.executable,
            *command.arguments,
            cwd=folder,
            environment=environment,
            runs=runs,
            before=partial(_forget, folder, command),
            prints=command.prints,
        )
    return costs


def _forget(folder: Path, command: Command) -> None:
    """Delete the output of the command, and what `check` remembers."""
    if command.forgets:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        if command.prints == "wrote":
            shutil.rmtree(
                folder / command.name.replace("generate", "generated"), ignore_errors=True
            )


def _write_uploads(folder: Path) -> None:
    """The declared uploads, and ten that are new."""
    catalog = (folder / "generated" / "models.py").read_text("utf-8")
    ids = {word.strip('"') for word in catalog.split() if word.startswith('"acme-uploads/')}
    new = {f"acme-uploads/Made-Up-1.{minor}-99B" for minor in range(10)}
    (folder / "uploads.txt").write_text("\n".join(sorted(ids | new)))


def _growth(costs: list[Cost], models: list[int]) -> str:
    """The time per model beyond that of the smallest catalog, last against second last."""
    if len(costs) < 3:
        return "–"
    start = costs[0].seconds
    last, before = (
        (costs[n].seconds - start) / (models[n] - models[0])
        for n in (len(costs) - 1, len(costs) - 2)
    )
    return f"{last / before:.2f}" if before > 1e-6 else "–"


if __name__ == "__main__":
    main()
