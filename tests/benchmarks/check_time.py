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

from codegen.render import draft

from .synthetic import families

_CONSUMER = """
from generated import Models, QuantType, search_models


def first(model: Models) -> str:
    print(model.value, model.name, model.original, model.variants, model.quant_type)
    return model


first(Models.MISTRALLAMA_1_0_7B_INSTRUCT_BNB)
for found in search_models(size="7B", quant_types=[QuantType.BNB]):
    first(found.with_quant(QuantType.GGUF))
"""

_CHECKERS = {
    "mypy --strict": ["mypy", "--strict", "--cache-dir=/dev/null", "consumer.py"],
    "mypy, warm": ["mypy", "--strict", "consumer.py"],
    "basedpyright": ["basedpyright", "consumer.py"],
    "ty": ["ty", "check", "consumer.py"],
    "pyrefly": ["pyrefly", "check", "--preset", "strict", "consumer.py"],
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("members", type=int, nargs="*", default=[1600, 5000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("| members |", " | ".join(f"{checker}, s" for checker in _CHECKERS), "|")
    print("|---" * (len(_CHECKERS) + 1) + "|")
    for members in options.members:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write(folder, members)
            times = [_time(command, folder, options.runs) for command in _CHECKERS.values()]
        print(
            f"| {members:,} |", " | ".join(f"{seconds:.1f}" for seconds in times), "|", flush=True
        )


def _write(folder: Path, members: int) -> None:
    (folder / "generated").mkdir()
    for name, text in draft(families(members)).items():
        (folder / "generated" / name).write_text(text, encoding="utf-8")
    (folder / "consumer.py").write_text(_CONSUMER, encoding="utf-8")
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
