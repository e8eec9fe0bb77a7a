"""hubenum beside other ways to hold model ids: `python -m tests.benchmarks.compare [MODELS]`.

Prints what docs/comparison.md shows: the cost of generating, checking, importing and type checking
for the same ids, how many of five misspelled models mypy rejects, and what asking the Hub costs.
Needs `pip install --group benchmarks`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.commands import ROOT, TOOLS

from .made_up import write_project
from .measure import Cost, cost

_REGISTRY = """
from dataclasses import dataclass
from itertools import count


@dataclass
class Info:
    org: str
    name: str

    @property
    def path(self) -> str:
        return f"{{self.org}}/{{self.name}}"


REGISTRY: dict[str, Info] = {{}}


def register(constant: str, org: str, name: str) -> None:
    if constant in REGISTRY:
        raise ValueError(constant)
    REGISTRY[constant] = Info(org, name)


for row in {rows!r}:
    register(*row)
"""

_LITERAL_USE = """from literal import KnownModelName


def load(name: KnownModelName) -> None: ...


"""


@dataclass(frozen=True)
class Way:
    """A way to hold ids, as it was written into the folder."""

    name: str
    importing: str
    """A program that imports it and reads one id."""
    wrong: str
    """A program with five models that do not exist."""
    generate: tuple[str, ...] = ()
    check: tuple[str, ...] = ()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=int, nargs="?", default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            "PYTHONPATH": f"{folder}:{ROOT}",
            "XDG_CACHE_HOME": str(folder / "cache"),
            "MYPYPATH": str(folder),
        }
        ways = _write(folder, options.models, environment)
        print(f"{options.models:,} models, Python {sys.version.split()[0]}\n")
        print("| | generate, s | MB | check, s | import, ms | mypy, s | misspellings caught |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        ours: dict[str, float] = {}
        theirs: dict[str, dict[str, float]] = {}
        for way in ways:
            figures = _measure(way, folder, environment, options.runs)
            print(_row(way, figures, folder), flush=True)
            times = {what: c.seconds for what, c in figures.items() if c}
            theirs[way.name] = times
            ours = ours or times
        _print_ratios(ours, theirs)
    print(flush=True)
    subprocess.run([sys.executable, "-m", "tests.benchmarks.verify_cost"], cwd=ROOT, check=True)


def _write(folder: Path, models: int, environment: Mapping[str, str]) -> list[Way]:
    """Write every contestant."""
    write_project(folder, models)
    generate = (sys.executable, "-m", "codegen", "generate")
    cost(*generate, cwd=folder, environment=environment, runs=1)
    listed = (
        "import json; from generated import Models; print(json.dumps(dict(Models.__members__)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", listed], cwd=folder, check=True, stdout=subprocess.PIPE
    )
    ids: dict[str, str] = json.loads(done.stdout)
    first = next(iter(ids))
    rows = [(constant, *repo_id.split("/")) for constant, repo_id in ids.items()]
    members = "".join(f"    {constant} = {repo_id!r}\n" for constant, repo_id in ids.items())
    texts = "".join(f"    {repo_id!r},\n" for repo_id in ids.values())
    for file, text in {
        "registry.py": _REGISTRY.format(rows=rows),
        "plain.py": f"from enum import StrEnum\n\n\nclass Models(StrEnum):\n{members}",
        "literal.py": f"from typing import Literal\n\nKnownModelName = Literal[\n{texts}]\n",
        "schema.json": json.dumps({"title": "Models", "type": "string", "enum": [*ids.values()]}),
    }.items():
        (folder / file).write_text(text)
    return [
        Way(
            "hubenum",
            f"from generated import Models; Models.{first}",
            _wrong("from generated import Models", "Models.{}"),
            generate,
            (sys.executable, "-m", "codegen", "check"),
        ),
        *(_datamodel(folder, formatter) for formatter in ("black", "builtin")),
        Way(
            "a registry filled at run time",
            f"from registry import REGISTRY; REGISTRY[{first!r}].path",
            _wrong("from registry import REGISTRY", 'REGISTRY["{}"].path'),
        ),
        Way(
            "StrEnum of the standard library",
            f"from plain import Models; Models.{first}",
            _wrong("from plain import Models", "Models.{}"),
        ),
        Way(
            "Literal of all ids, as in pydantic-ai",
            "import literal",
            _wrong(_LITERAL_USE, 'load("{}")'),
        ),
    ]


def _datamodel(folder: Path, formatter: str) -> Way:
    """datamodel-code-generator, which writes an enum from a JSON schema."""
    module = f"theirs_{formatter}"
    formatters = ("--formatters", "builtin") if formatter == "builtin" else ()
    command = (
        *(sys.executable, "-W", "ignore", "-m", "datamodel_code_generator"),
        *("--input", "schema.json", "--input-file-type", "jsonschema"),
        *("--output", f"{module}.py", "--disable-timestamp", *formatters),
    )
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    lines = (folder / f"{module}.py").read_text("utf-8").splitlines()
    member = next(line for line in lines if line.startswith("    ") and " = " in line)
    name = member.partition(" = ")[0].strip()
    kind = "black, the default" if formatter == "black" else "--formatters builtin"
    return Way(
        f"datamodel-code-generator, {kind}",
        f"from {module} import Models; Models.{name}",
        _wrong(f"from {module} import Models", "Models.{}"),
        command,
        (*command, "--check"),
    )


def _wrong(head: str, use: str) -> str:
    return f"{head}\n" + "".join(f"{use.format(f'NO_SUCH_{n}')}\n" for n in range(5))


def _measure(
    way: Way, folder: Path, environment: Mapping[str, str], runs: int
) -> dict[str, Cost | None]:
    def measured(*command: str) -> Cost | None:
        if not command:
            return None
        return cost(*command, cwd=folder, environment=environment, runs=runs, before=forget)

    def forget() -> None:
        subprocess.run(["rm", "-rf", "cache"], cwd=folder, check=True)

    nothing = cost(sys.executable, "-c", "", cwd=folder, environment=environment, runs=runs)
    imported = measured(sys.executable, "-c", way.importing)
    assert imported
    (folder / "wrong.py").write_text(way.wrong)
    mypy = (sys.executable, "-m", "mypy", "--cache-dir=/dev/null", "wrong.py")
    figures = {
        "generate": measured(*way.generate),
        "check": measured(*way.check),
        "import": Cost(imported.seconds - nothing.seconds, imported.megabytes),
        "mypy": measured(*mypy),
    }
    if way.name == "hubenum":
        figures["generate, changed"] = cost(
            *way.generate, cwd=folder, environment=environment, runs=runs, before=_changes(folder)
        )
        cost(*way.check, cwd=folder, environment=environment, runs=1)
        figures["check, warm"] = cost(*way.check, cwd=folder, environment=environment, runs=runs)
    return figures


def _changes(folder: Path) -> Callable[[], object]:
    """A function that changes the summary of a family, to another one with each call."""
    definition = min((folder / "definitions").iterdir())
    text, number = definition.read_text("utf-8"), count(1)
    return lambda: definition.write_text(
        text.replace("for the benchmark", f"change {next(number)}", 1), "utf-8"
    )


def _row(way: Way, figures: Mapping[str, Cost | None], folder: Path) -> str:
    def seconds(what: str) -> str:
        figure = figures.get(what)
        return f"{figure.seconds:.2f}" if figure else "–"

    generate, imported = figures["generate"], figures["import"]
    assert imported
    is_ours = "check, warm" in figures
    check = seconds("check") + (f" ({seconds('check, warm')})" if is_ours else "")
    changed = f" ({seconds('generate, changed')})" if is_ours else ""
    memory = f"{generate.megabytes:,.0f}" if generate else "–"
    return (
        f"| {way.name} | {seconds('generate')}{changed} | {memory} | {check} |"
        f" {imported.seconds * 1000:.0f} | {seconds('mypy')} | {_found(folder)} of 5 |"
    )


def _found(folder: Path) -> int:
    """How many lines of the wrong program mypy rejects."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir=/dev/null", "wrong.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": TOOLS, "MYPYPATH": str(folder)},
    )
    return len({line.split(":")[1] for line in done.stdout.splitlines() if "error:" in line})


def _print_ratios(ours: Mapping[str, float], theirs: Mapping[str, Mapping[str, float]]) -> None:
    """hubenum's processor time as a share of each generator's."""
    print("\n| hubenum against | generate | generate, changed | check, cold | check, warm |")
    print("|---|--:|--:|--:|--:|")
    for name, times in theirs.items():
        if name.startswith("datamodel"):
            shares = (
                ours["generate"] / times["generate"],
                ours["generate, changed"] / times["generate"],
                ours["check"] / times["check"],
                ours["check, warm"] / times["check"],
            )
            print(f"| {name} | {' | '.join(f'{share:.2f} ×' for share in shares)} |")


if __name__ == "__main__":
    main()
