"""How long a year of 1,500 models takes to read: `python -m tests.benchmarks.stats_year`.

Makes 365 files with 547,500 rows, then runs the commands on them in processes of their own and
prints the median wall clock, the processor time, and the most memory that any run held.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from codegen.stats.store import Record, write_day

MODELS = 1500
DAYS = 365
RUNS = 5
LAST = date(2026, 11, 25)
COMMANDS = (
    "stats show top --since 365d",
    "stats show rising --by family --since 365d",
    "stats show dead --since 365d --json",
    "stats show top --since 30d",
    "stats plot --since 365d -o {folder}/year.svg",
)
_TIMED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def days(rng: random.Random) -> Iterator[tuple[date, list[Record]]]:
    """A year of made-up counts, one day after the other."""
    rows = [
        Record(
            date="",
            id=f"unsloth/Model-{n % 9}.{n % 7}-{n}B-Instruct-unsloth-bnb-4bit",
            downloads=rng.randrange(500_000),
            downloads_all_time=rng.randrange(5_000_000),
            likes=rng.randrange(900),
            trending_score=float(rng.randrange(9)),
            last_modified="2026-11-02T08:15:00Z",
            size=rng.randrange(10**11),
            gated="open",
            license="apache-2.0",
        )
        for n in range(MODELS)
    ]
    for n in range(DAYS):
        day = LAST - timedelta(days=DAYS - 1 - n)
        rows = [
            replace(
                row,
                date=day.isoformat(),
                downloads=round((row.downloads or 0) * rng.uniform(0.95, 1.05)),
                downloads_all_time=(row.downloads_all_time or 0) + (row.downloads or 0) // 30,
            )
            for row in rows
        ]
        yield day, rows


def measure(words: list[str]) -> tuple[float, float, float]:
    """Wall clock and processor time in seconds, and memory in MB, of `python -m codegen WORDS`."""
    command = [sys.executable, "-m", "codegen", *words]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _TIMED, *command], capture_output=True, text=True, check=True
    )
    wall = time.perf_counter() - start
    code, seconds, kilobytes = done.stdout.split()
    assert code == "0", done.stderr
    return wall, float(seconds), int(kilobytes) / 1024


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for day, rows in days(random.Random(1)):
            write_day(folder, day, rows)
        size = sum(path.stat().st_size for path in folder.iterdir())
        print(f"{MODELS * DAYS:,} rows, {size / 1e6:,.0f} MB, CPython {sys.version.split()[0]}\n")
        print("| command | wall, s | processor, s | memory, MB |\n|---|---|---|---|")
        for command in COMMANDS:
            words = [*command.format(folder=folder).split(), "--folder", name]
            runs = [measure(words) for _ in range(RUNS)]
            wall, seconds = (statistics.median(run[n] for run in runs) for n in (0, 1))
            memory = max(run[2] for run in runs)
            shown = command.format(folder=".")
            print(f"| `{shown}` | {wall:.2f} | {seconds:.2f} | {memory:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
