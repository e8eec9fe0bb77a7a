"""How long `from generated import Models` and one member take: `python -m tests.benchmarks.import_time`.

Prints a table per interpreter: a dict literal of the same names and paths, the generated package,
a StrEnum of the same members, and registration at run time. Each figure is the median of several
fresh processes in which `enum` and `dataclasses` are loaded already and every .pyc is warm.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from codegen.model import Family, Model
from codegen.render import draft

from .synthetic import families

_PROBE = """
import sys, enum, dataclasses
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
    constant: str
    @property
    def path(self):
        return f"{{self.org}}/{{self.name}}"

REGISTRY = {{}}
QUANTS = {quants!r}

def register(info):
    if info.constant in REGISTRY:
        raise ValueError(info.constant)
    REGISTRY[info.constant] = info

def register_all():
    for constant, name, original in {rows!r}:
        for suffix, tag in QUANTS:
            register(Info("unsloth", name + tag, constant + suffix))
        register(Info(original, name, constant + "_ORIGINAL"))

register_all()
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("members", type=int, nargs="*", default=[1600, 10_000, 50_000])
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
            probes = _contestants(Path(folder), families(members))
            for python in options.python or [sys.executable]:
                print(_line(python, members, _measure(python, probes, options.runs)), flush=True)


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
        _PROBE.format(folder=str(folder / module), module=module, name=name, access=access)
        for module, (name, access) in asked.items()
    ]


def _registration(models: list[Model]) -> str:
    rows = [
        (m.constant.removesuffix("_ORIGINAL"), *reversed(m.repo_id.split("/")))
        for m in models
        if m.is_original
    ]
    quants = dict.fromkeys(
        (
            f"_{m.quant_type.name}" if m.quant_type else "",
            f"-{m.quant_type}" if m.quant_type else "",
        )
        for m in models
    )
    return _REGISTRATION.format(rows=rows, quants=list(quants))


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
