"""The pages that the tests look at, and the browser they do it with."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from codegen.catalog.content import Catalog, Usage, catalog_data
from codegen.catalog.page import catalog_page
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.load.extends import Folder
from codegen.models.expand import read

from .chromium import NAMES, Tab, chromium, find_chromium

SAMPLE = Path(__file__).parent / "sample" / "definitions"
DAYS = ("2026-11-23", "2026-11-24", "2026-11-25")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One browser for all tests."""
    program = find_chromium()
    if program is None:
        reason = f"no Chromium on the path (looked for {', '.join(NAMES)})"
        if os.environ.get("HUBENUM_REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium(program, tmp_path_factory.mktemp("profile")) as tab:
        yield tab


@pytest.fixture
def tab(browser: Tab) -> Iterator[Tab]:
    """A page of a desktop's size in a light theme, which must end without a complaint and
    without having asked for anything but its own file."""
    browser.size(1280, 860)
    browser.prefer("light")
    browser.complaints.clear()
    browser.requests.clear()
    yield browser
    assert browser.complaints == []
    asked = {url.partition("#")[0] for url in browser.requests}
    assert all(url.startswith(("file:", "about:", "data:")) for url in asked)
    assert sum(url.startswith("file:") for url in asked) <= 1


def sample_data() -> Catalog:
    """The sample's families, with verdicts and downloads of some."""
    families = read(Folder(SAMPLE, "unsloth"))
    lock = {
        "unsloth/Llama-3.1-8B": LockEntry(Verdict(status=Status.OK), date(2026, 11, 25)),
        "meta-llama/Llama-3.1-8B": LockEntry(Verdict(status=Status.GATED), date(2026, 11, 25)),
        "unsloth/gemma-3-1b-it": LockEntry(
            Verdict(status=Status.RENAMED, canonical="unsloth/gemma-3-1b"), date(2026, 11, 24)
        ),
    }
    downloads = {"unsloth/Llama-3.1-8B": [1000, 1500, 12345], "unsloth/Qwen3-8B": [0, None, 7]}
    return catalog_data(families, lock=lock, stats=Usage(days=DAYS, downloads=downloads))


def _written(folder: Path, data: Catalog) -> str:
    path = folder / "catalog.html"
    path.write_text(catalog_page(data), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample's page."""
    return _written(tmp_path_factory.mktemp("sample"), sample_data())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page whose free text tries to be more than text."""
    data = sample_data()
    attack = "</script></style>--><img src=x onerror='throw 1'><script>throw 2</script>\"'&amp;"
    data["families"][0]["title"] = attack
    for model in data["models"]:
        model["summary"] = attack
    for gone in data["retired"]:
        gone.update(why=attack, constant="LLAMA_3_1_8B")
    data["models"][0]["modality"] = attack
    return _written(tmp_path_factory.mktemp("hostile"), data)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of this project's own definitions, with a history for each model."""
    families = read(Folder(Path(__file__).parents[2] / "definitions", "unsloth"))  # fmt: skip
    days = [f"2026-10-{day:02}" for day in range(2, 32)]
    ids = [model.repo_id for family in families for model in family.models]
    downloads = {id: [(index * day) % 997 for day in range(30)] for index, id in enumerate(ids)}
    lock = {id: LockEntry(Verdict(status=Status.OK), date(2026, 10, 31)) for id in ids}
    data = catalog_data(families, lock=lock, stats=Usage(days=days, downloads=downloads))
    return _written(tmp_path_factory.mktemp("real"), data)
