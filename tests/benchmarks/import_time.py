"""How long `from generated import Models` and one member take:
`python -m tests.benchmarks.import_time`.

Prints a table per interpreter: a dict literal of the same names and paths, the generated package,
a StrEnum of the same members, and registration at run time. Each figure is the median of several
fresh processes in which `enum` (and for the last `dataclasses`) is loaded already and every .pyc
is warm.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from codegen.models.model import Family, Model
from codegen.render.text import draft

from .synthetic import families, real_families

_MEMBERS = "how many made-up members; 0 for the real catalog"

_PROBE = """
import sys, enum{also}
from time import perf_counter_ns
sys.path.insert(0, {folder!r})
start = perf_counter_ns()
from {module} import {name}
{access}
print((perf_counter_ns() - start) / 1e6)
"""

_REGISTRATION = """
from dataclasses import dataclass

@dataclass
class Info:
    org: str
    name: str
    quant: str
    @property
    def path(self):
        return f"{{self.org}}/{{self.name}}{{self.quant}}"

REGISTRY = {{}}

def register(info, constant):
    if constant in REGISTRY:
        raise ValueError(constant)
    REGISTRY[constant] = info

def register_all():
    for org, name, constant, quants in {rows!r}:
        for suffix, tag in quants:
            register(Info(org, name, tag), constant + suffix)

register_all()
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("members", type=int, nargs="*", default=[0, 10_000, 50_000], help=_MEMBERS)
    parser.add_argument("--python", action="append", help="an interpreter; may be repeated")
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    print(
        "| Python | members | dict literal, ms | hubenum, ms | StrEnum, ms | registration, ms |"
        " hubenum / dict | StrEnum / hubenum |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for members in options.members:
        with tempfile.TemporaryDirectory() as folder:
            found = families(members) if members else real_families()
            count = sum(len(family.models) for family in found)
            probes = _contestants(Path(folder), found)
            for python in options.python or [sys.executable]:
                print(_line(python, count, _measure(python, probes, options.runs)), flush=True)


def _contestants(folder: Path, found: tuple[Family, ...]) -> list[str]:
    """Write each contestant to a folder of its own; give back the programs that time them."""
    models = [model for family in found for model in family.models]
    first = models[len(models) // 2].constant
    body = "\n".join(f"    {m.constant} = {m.repo_id!r}" for m in models)
    pairs = ",\n".join(f"    {m.constant!r}: {m.repo_id!r}" for m in models)
    sources = {
        "paths": {"paths.py": f"PATHS = {{\n{pairs}\n}}\n"},
        "generated": {f"generated/{name}": text for name, text in draft(found).items()},
        "plain": {"plain.py": f"from enum import StrEnum\n\nclass Models(StrEnum):\n{body}\n"},
        "registry": {"registry.py": _registration(models)},
    }
    for contestant, files in sources.items():
        for name, text in files.items():
            path = folder / contestant / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    asked = {
        "paths": ("PATHS", f"PATHS[{first!r}]"),
        "generated": ("Models", f"Models.{first}"),
        "plain": ("Models", f"Models.{first}"),
        "registry": ("REGISTRY", f"REGISTRY[{first!r}].path"),
    }
    return [
        _PROBE.format(
            folder=str(folder / module),
            module=module,
            name=name,
            access=access,
            also=", dataclasses" if module == "registry" else "",
        )
        for module, (name, access) in asked.items()
    ]


def _registration(models: list[Model]) -> str:
    """A module that builds and registers the same models when it is imported, the old way."""
    rows: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for m in models:
        tag = m.repo_id.removeprefix(m.stem) if m.repo_id.startswith(m.stem) else ""
        suffix = f"_{m.quant_type.name}" if m.constant.endswith(f"_{m.quant_type.name}") else ""
        org, _, name = m.repo_id.removesuffix(tag).partition("/")
        rows.setdefault((org, name, m.constant.removesuffix(suffix)), []).append((suffix, tag))
    return _REGISTRATION.format(rows=[(*key, quants) for key, quants in rows.items()])


def _measure(python: str, probes: list[str], runs: int) -> list[float]:
    """The median of each probe in ms; the probes take turns, so that a busy moment hits all."""
    times: list[list[float]] = [[] for _ in probes]
    for run in range(runs + 1):
        for probe, found in zip(probes, times, strict=True):
            command = [python, "-I", "-S", "-c", probe]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            if run:  # the first one compiles
                found.append(float(output))
    return [statistics.median(found) for found in times]


def _line(python: str, members: int, times: list[float]) -> str:
    command = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    version = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    literal, ours, plain, _ = times
    figures = " | ".join(f"{time:.2f}" for time in times)
    return (
        f"| {version} | {members:,} | {figures} | {ours / literal:.2f} × |"
        f" {plain / ours:.1f} × |"
    )


if __name__ == "__main__":
    main()
