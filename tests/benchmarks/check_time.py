"""How long type checkers take over the package and a file that uses it:
`python -m tests.benchmarks.check_time`.

Each figure is the median of several runs in seconds, without any cache of the checker's own (mypy
once more with one).
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from codegen.models.model import Family
from codegen.render.text import draft

from .synthetic import families, real_families

_CONSUMER = """
from generated import Models, QuantType, search_models


def first(model: Models) -> str:
    print(model.value, model.name, model.original, model.variants, model.quant_type)
    return model


first(Models.{member})
for found in search_models(size="7B", quant_types=[QuantType.BNB]):
    first(found.with_quant(QuantType.GGUF))
"""

_SUBSET = """
from generated import Models
from generated.subsets import VisionModels


def see(model: VisionModels) -> str:
    return model.value


see(Models.{member})
"""

_FILES = {"consumer.py": "members and search", "subset.py": "`VisionModels`"}
_MEMBERS = "how many made-up members; 0 for the real catalog"

_CHECKERS = {
    "mypy --strict": ["mypy", "--strict", "--cache-dir=/dev/null"],
    "mypy, warm": ["mypy", "--strict"],
    "basedpyright": ["basedpyright"],
    "ty": ["ty", "check"],
    "pyrefly": ["pyrefly", "check", "--preset", "strict"],
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("members", type=int, nargs="*", default=[0, 5000, 10_000], help=_MEMBERS)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("| members | file |", " | ".join(f"{checker}, s" for checker in _CHECKERS), "|")
    print("|---" * (len(_CHECKERS) + 2) + "|")
    for members in options.members:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            found = families(members) if members else real_families()
            count = sum(len(family.models) for family in found)
            _write(folder, found)
            for file, what in _FILES.items():
                times = [_time([*c, file], folder, options.runs) for c in _CHECKERS.values()]
                figures = " | ".join(f"{seconds:.2f}" for seconds in times)
                print(f"| {count:,} | {what} | {figures} |", flush=True)


def _write(folder: Path, found: tuple[Family, ...]) -> None:
    (folder / "generated").mkdir()
    for name, text in draft(found).items():
        (folder / "generated" / name).write_text(text, encoding="utf-8")
    models = [model for family in found for model in family.models]
    member = next(m.constant for m in models if m.modality == "text")
    seen = next(m.constant for m in models if m.modality == "vision")
    (folder / "consumer.py").write_text(_CONSUMER.format(member=member), encoding="utf-8")
    (folder / "subset.py").write_text(_SUBSET.format(member=seen), encoding="utf-8")
    config = '{"typeCheckingMode": "strict", "reportUnusedCallResult": false}'
    (folder / "pyrightconfig.json").write_text(config, encoding="utf-8")


def _time(command: list[str], folder: Path, runs: int) -> float:
    """The median of the runs, after one that does not count."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent))
    if program is None:
        raise SystemExit(f"{command[0]} is not installed beside {sys.executable}")
    times: list[float] = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True)
        times.append(time.perf_counter() - start)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
