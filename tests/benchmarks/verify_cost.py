"""What `verify` costs beside a loop that asks one id after the other: `python -m
tests.benchmarks.verify_cost`.

Both ask the local Hub, which runs in a process of its own and takes 50 ms for each answer; it
counts the requests. The loop is the old way: `model_info` for each id, an error is a missing model.
"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.request import urlopen

LATENCY = 0.05
RUNS = 7
OWNER = "acme"


def present() -> list[str]:
    """A thousand ids of an owner of 3,000 repos."""
    return [f"{OWNER}/Model-{n}" for n in range(1000)]


def mixed() -> list[str]:
    """A thousand of which 60 are in no listing: 30 missing, 20 in wrong case, 10 renamed."""
    missing = [f"{OWNER}/Nope-{n}" for n in range(30)]
    wrong = [f"{OWNER}/model-{n}" for n in range(1000, 1020)]
    return [*present()[:940], *missing, *wrong, *(f"{OWNER}/Old-{n}" for n in range(10))]


def catalog_ids() -> list[str]:
    """Every id that the definitions of this checkout declare."""
    from codegen.load.extends import Folder
    from codegen.models.expand import read

    folder = Folder(Path(__file__).parents[2] / "definitions", "unsloth")
    return [m.repo_id for family in read(folder) for m in family.models]


def serve(pipe: Connection, folder: str) -> None:
    """The server's process: sends its address, and lives until it is told something."""
    from tests.hub_server.server import Authority, running

    with running(Authority(Path(folder))) as hub:
        hub.quotas, hub.latency = None, LATENCY
        for n in range(3000):
            hub.add(f"{OWNER}/Model-{n}", license="apache-2.0")
        for n in range(10):
            hub.rename(f"{OWNER}/Old-{n}", f"{OWNER}/Model-{n}")
        declared = catalog_ids()
        for repo_id in declared:
            hub.add(repo_id, license="apache-2.0")
        for n in range(3000 - sum(repo_id.startswith("unsloth/") for repo_id in declared)):
            hub.add(f"unsloth/Other-{n}", license="apache-2.0")
        pipe.send((hub.url, str(hub.ca_file)))
        pipe.recv()


def one_by_one(ids: Sequence[str]) -> None:
    """The old way."""
    from huggingface_hub import HfApi

    api = HfApi()
    for repo_id in ids:
        try:
            api.model_info(repo_id)
        except Exception:
            continue


def verify(ids: Sequence[str]) -> None:
    """The way of `hubenum verify`."""
    from codegen.hub.ask import ask

    ask(ids)


def asked_so_far() -> int:
    """How many requests the server has had; asking for that is none."""
    import ssl

    context = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
    with urlopen(f"{os.environ['HF_ENDPOINT']}/__stats", context=context) as answer:
        return int(json.load(answer)["requests"])


def measured(
    ask: Callable[[Sequence[str]], None], ids: Sequence[str], runs: int
) -> tuple[int, float]:
    """Requests of one run, and the median of seconds."""
    seconds: list[float] = []
    before = asked_so_far()
    for _ in range(runs):
        start = time.perf_counter()
        ask(ids)
        seconds.append(time.perf_counter() - start)
    return (asked_so_far() - before) // runs, statistics.median(seconds)


def main() -> None:
    """Print the table."""
    cases = {
        "1,000 ids of one owner, all there": present(),
        "1,000 ids, 60 of them in no listing": mixed(),
        f"this catalog, {len(catalog_ids()):,} ids": catalog_ids(),
    }
    print("| | one by one | | `verify` | | times faster |\n|---|--:|--:|--:|--:|--:|")
    print("| | requests | s | requests | s | |")
    for name, ids in cases.items():
        slow_requests, slow = measured(one_by_one, ids, 1)
        requests, fast = measured(verify, ids, RUNS)
        print(
            f"| {name} | {slow_requests:,} | {slow:.1f} | {requests:,} | {fast:.2f} |"
            f" {slow / fast:.0f} |"
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        server = context.Process(target=serve, args=(theirs, folder), daemon=True)
        server.start()
        url, ca_file = ours.recv()
        # Before huggingface_hub is imported, which reads them.
        os.environ |= {"HF_ENDPOINT": url, "SSL_CERT_FILE": ca_file, "HF_HOME": folder,
                       "HF_HUB_DISABLE_TELEMETRY": "1", "NO_PROXY": "127.0.0.1"}  # fmt: skip
        os.environ.pop("HF_TOKEN", None)
        main()
        ours.send("done")
        server.join()
