"""How long `check` takes beside another generator's: `python -m tests.benchmarks.check_speed`.

Prints, for the same 1,000 members on the same machine in the same run: `datamodel-codegen --check`
on an enum of them, ours with nothing remembered, ours with everything remembered. Each is the
median of several processes, taken in turns; the ratio is to the first. Needs
`pip install --group benchmarks`.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HOUSE = Path(__file__).parents[2]
ROUNDS = 9
DEFINITION = '''"""Made up, for the benchmark."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta

MADE_UP = ModelMeta(
    org="acme",
    base_name="Made-Up",
    model_version="3.1",
    model_sizes=[f"{size}B" for size in range(1, 101)],
    instruct_tags=[None, "Instruct"],
    quant_types=[NONE, BNB, UNSLOTH, GGUF],
)
'''
SETTINGS = """[tool.hubenum]
definitions = "definitions"
output = "generated"
uploader = "acme-uploads"
"""


def main() -> None:
    """Set the two up, time them, print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        environment = {**os.environ, "PYTHONPATH": str(HOUSE), "XDG_CACHE_HOME": str(cache)}
        (folder / "definitions").mkdir()
        (folder / "definitions" / "made_up.py").write_text(DEFINITION)
        (folder / "pyproject.toml").write_text(SETTINGS)

        def run(*command: str) -> None:
            subprocess.run(
                [sys.executable, "-m", *command],
                cwd=folder, env=environment, check=True, capture_output=True,
            )  # fmt: skip

        run("codegen", "generate")
        listed = "import json; from generated import Models; print(json.dumps(list(Models)))"
        done = subprocess.run(
            [sys.executable, "-c", listed], cwd=folder, check=True, capture_output=True
        )
        members = json.loads(done.stdout)
        schema = {"title": "Models", "type": "string", "enum": members}
        (folder / "schema.json").write_text(json.dumps(schema))
        theirs = ("datamodel_code_generator", "--input", "schema.json", "--output", "theirs.py",
                  "--input-file-type", "jsonschema", "--disable-timestamp")  # fmt: skip
        run(*theirs)

        def cold() -> None:
            shutil.rmtree(cache, ignore_errors=True)
            run("codegen", "check")

        contestants: dict[str, Callable[[], None]] = {
            "datamodel-codegen --check": lambda: run(*theirs, "--check"),
            "hubenum check, cold": cold,
            "hubenum check, warm": lambda: run("codegen", "check"),
        }
        times: dict[str, list[float]] = {what: [] for what in contestants}
        for _ in range(ROUNDS):
            for what, contestant in contestants.items():
                start = time.perf_counter()
                contestant()
                times[what].append(time.perf_counter() - start)
        medians = {what: statistics.median(taken) for what, taken in times.items()}
        first, *_ = medians.values()
        print(f"{len(members):,} members, Python {sys.version.split()[0]}, median of {ROUNDS}\n")
        print("| | ms | ratio |\n|---|--:|--:|")
        for what, median in medians.items():
            print(f"| {what} | {median * 1000:,.0f} | {median / first:.2f} |")


if __name__ == "__main__":
    main()
