"""How fast the catalog page is: `python -m tests.benchmarks.catalog_page`.

Builds the page of this project's definitions, and one of 10,000 made-up models, each bare and with
thirty days of downloads and facts for each model. Opens each as a file in a headless Chromium and
Firefox, each time in a new browser. Prints medians, and for a key press the slowest as well.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from codegen.catalog.content import Catalog, Usage, catalog_data
from codegen.catalog.page import catalog_page
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.models.model import Family
from tests.browser.chromium import NAMES as CHROMIUM
from tests.browser.chromium import chromium
from tests.browser.firefox import NAMES as FIREFOX
from tests.browser.firefox import firefox
from tests.browser.tab import Tab, find_program

from .synthetic import families, real_families

RUNS = 3
Open = Callable[[str, Path], AbstractContextManager[Tab]]
BROWSERS: Sequence[tuple[str, Sequence[str], Open]] = (
    ("Chromium", CHROMIUM, chromium),
    ("Firefox", FIREFOX, firefox),
)

TIMES = """(() => {
    const [page] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return [paint.startTime, page.loadEventEnd];
})()"""
# From the input event until the frame after it has been laid out.
TYPING = """(async () => {
    const times = [];
    const find = document.getElementById("q");
    for (const text of ["q", "qw", "qwen", "qwen 8", "qwen 8b", "qwen 8b bnb", "", "8", "l", "b"]) {
        const start = performance.now();
        find.value = text;
        find.dispatchEvent(new Event("input"));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
    }
    return times;
})()"""
ELEMENTS = "document.querySelectorAll('#list *').length"


def main() -> None:
    """Print the table."""
    print(
        "| models | page | HTML | JSON | build | browser | painted | loaded | a key | slowest |",
        end="",
    )
    print(" elements |\n|---|---|--:|--:|--:|---|--:|--:|--:|--:|--:|")
    for models in (real_families(), families(10_000)):
        for name, data in _catalogs(models):
            start = time.perf_counter()
            page = catalog_page(data)
            build = time.perf_counter() - start
            count, text = len(data["models"]), json.dumps(data, ensure_ascii=False, indent=1)
            size = f"{len(page.encode()) / 1e6:.2f} MB | {len(text.encode()) / 1e6:.2f} MB"
            for browser, names, open_browser in BROWSERS:
                program = find_program(names)
                if program is None:
                    continue
                row = _measure(open_browser, program, page)
                print(
                    f"| {count:,} | {name} | {size} | {build:.2f} s | {browser} | {row} |",
                    flush=True,
                )


def _catalogs(models: Sequence[Family]) -> Iterator[tuple[str, Catalog]]:
    ids = [model.repo_id for family in models for model in family.models]
    days = [f"2026-11-{day:02}" for day in range(1, 31)]
    counts = {id: [997 * ((7 * n * day) % 997) for day in range(30)] for n, id in enumerate(ids)}
    usage = Usage(days=days, downloads=counts, likes=dict.fromkeys(ids, 309))
    day = date(2026, 11, 30)
    verdict = Verdict(status=Status.OK, license="apache-2.0", created=day, last_modified=day)
    yield "bare", catalog_data(models)
    lock = {repo_id: LockEntry(verdict, day) for repo_id in ids}
    yield "charts, facts", catalog_data(models, lock=lock, stats=usage)


def _measure(open_browser: Open, program: str, page: str) -> str:
    painted: list[float] = []
    loaded: list[float] = []
    typing: list[float] = []
    elements = 0
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "catalog.html"
            path.write_text(page, "utf-8")
            with open_browser(program, Path(folder) / "profile") as tab:
                tab.size(1280, 860)
                tab.goto(path.as_uri())
                tab.wait("performance.getEntriesByName('first-contentful-paint').length > 0")
                first, whole = tab.run(TIMES)
                painted.append(first)
                loaded.append(whole)
                typing += tab.run(TYPING)
                elements = max(elements, tab.run(ELEMENTS))
    medians = " | ".join(
        f"{statistics.median(times):.0f} ms" for times in (painted, loaded, typing)
    )
    return f"{medians} | {max(typing):.0f} ms | {elements}"


if __name__ == "__main__":
    main()
