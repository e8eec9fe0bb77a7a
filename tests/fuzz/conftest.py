"""How long the fuzzers run: one short round, or HUBENUM_FUZZ_SECONDS each, as CI does."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase

SECONDS = float(os.environ.get("HUBENUM_FUZZ_SECONDS", "0"))
ROUND = settings(
    max_examples=20 if SECONDS else 5,
    deadline=None,
    database=DirectoryBasedExampleDatabase(Path(__file__).parent / "corpus"),
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)


@pytest.fixture
def rounds() -> Callable[[Callable[[], None]], None]:
    """Calls a property again and again until the time is over, at least once."""

    def run(check: Callable[[], None]) -> None:
        end = time.monotonic() + SECONDS
        check()
        while time.monotonic() < end:
            check()

    return run
