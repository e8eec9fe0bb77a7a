"""What a command costs: processor time and peak memory of a process of its own."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

# A small parent, because the peak of a child on Linux is at least what its parent held.
_MEASURED = """
import json, os, sys
out = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT | os.O_TRUNC)
duplicates = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)]
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=duplicates)
_, status, used = os.wait4(child, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


class Cost(NamedTuple):
    """The median of several runs."""

    seconds: float
    """Processor time, user and system, which a busy machine changes less than wall time."""
    megabytes: float
    """The most memory that was resident."""


def cost(
    *command: str,
    cwd: Path,
    environment: Mapping[str, str],
    runs: int = 3,
    before: Callable[[], object] = lambda: None,
    prints: str = "",
) -> Cost:
    """Run a command several times, each after a call of `before`, which is not measured.

    Exits if the command exits with 2 or more, or does not print what it should.
    """
    costs: list[Cost] = []
    for _ in range(runs):
        before()
        costs.append(_once(command, cwd, {**os.environ, **environment}, prints))
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def _once(command: tuple[str, ...], cwd: Path, environment: Mapping[str, str], prints: str) -> Cost:
    output = cwd / "output.txt"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _MEASURED, str(output), *command],
        cwd=cwd,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    code, seconds, peak = json.loads(done.stdout)
    printed = output.read_text("utf-8", "replace")
    if code > 1 or "Traceback" in printed or prints not in printed:
        raise SystemExit(f"{' '.join(command)} exits {code}:\n{printed}")
    return Cost(seconds, peak / (1e6 if sys.platform == "darwin" else 1e3))
