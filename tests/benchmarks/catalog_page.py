"""How fast the catalogue page is: `python -m tests.benchmarks.catalog_page`.

Builds the page of this project's definitions, bare and with thirty days of downloads and a verdict
for each model, and opens it as a file in a headless Chromium, each time in a new browser. Prints
medians.
"""

import json
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from codegen.catalog.content import Usage, catalog_data
from codegen.catalog.page import catalog_page
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.load.extends import Folder
from codegen.models.expand import read
from tests.browser.chromium import chromium, find_chromium

RUNS = 7
DEFINITIONS = Path(__file__).parents[2] / "definitions"

TIMES = """(() => {
    const [page] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return [paint?.startTime ?? null, page.loadEventEnd];
})()"""
# From the input event until the frame after it has been laid out.
TYPING = """(async () => {
    const times = [];
    for (const text of ["q", "qw", "qwen", "qwen 8", "qwen 8b", "qwen 8b bnb"]) {
        const start = performance.now();
        find.value = text;
        find.dispatchEvent(new Event("input"));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
    }
    return times;
})()"""


def main() -> None:
    """Print the table."""
    program = find_chromium()
    if program is None:
        raise SystemExit("no Chromium on the path")
    families = read(Folder(DEFINITIONS, "unsloth"))
    ids = [model.repo_id for family in families for model in family.models]
    days = [f"2026-11-{day:02}" for day in range(1, 31)]
    downloads = {
        repo_id: [(7 * n * day) % 997 for day in range(30)] for n, repo_id in enumerate(ids)
    }
    lock = {repo_id: LockEntry(Verdict(status=Status.OK), date(2026, 11, 30)) for repo_id in ids}
    print(f"{len(ids):,} models, medians of {RUNS} new browsers")
    print(f"{'':18}{'build':>9}{'HTML':>9}{'JSON':>9}{'painted':>10}{'loaded':>9}{'a key':>8}")
    for name, verdicts, stats in (
        ("bare", None, None),
        ("charts, verdicts", lock, Usage(days=days, downloads=downloads)),
    ):
        start = time.perf_counter()
        data = catalog_data(families, lock=verdicts, stats=stats)
        page = catalog_page(data)
        build = time.perf_counter() - start
        painted, loaded, typing = _open(program, page)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        print(
            f"{name:18}{build:7.2f} s{len(page) / 1e6:6.2f} MB{len(text) / 1e6:6.2f} MB"
            f"{painted:7.0f} ms{loaded:6.0f} ms{typing:5.0f} ms"
        )


def _open(program: str, page: str) -> tuple[float, float, float]:
    """Milliseconds until the first paint, until the page is loaded, and for a key in the search."""
    painted: list[float] = []
    loaded: list[float] = []
    typing: list[float] = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "catalog.html"
            path.write_text(page, "utf-8")
            with chromium(program, Path(folder) / "profile") as tab:
                tab.size(1280, 860)
                tab.goto(path.as_uri())
                tab.wait("performance.getEntriesByName('first-contentful-paint').length")
                first, whole = tab.run(TIMES)
                painted.append(first)
                loaded.append(whole)
                typing += tab.run(TYPING)
    return tuple(map(statistics.median, (painted, loaded, typing)))


if __name__ == "__main__":
    main()
