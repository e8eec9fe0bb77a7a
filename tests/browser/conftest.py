"""The pages that the tests look at, and the browsers they look with."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from codegen.catalog.content import Catalog, Usage, catalog_data
from codegen.catalog.page import catalog_page
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.load.extends import Folder
from codegen.models.expand import read

from .chromium import NAMES as CHROMIUM
from .chromium import ChromiumTab, chromium
from .firefox import NAMES as FIREFOX
from .firefox import FirefoxTab, firefox
from .tab import Tab, find_program

SAMPLE = Path(__file__).parent / "sample" / "definitions"
DAYS = ("2026-11-23", "2026-11-24", "2026-11-25")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _program(names: Sequence[str], variable: str) -> str:
    """The path of a browser. Skips the test without one, or fails it if the variable is 1."""
    program = find_program(names)
    if program is None:
        reason = f"not installed: {' or '.join(names)}"
        if os.environ.get(variable) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


@pytest.fixture(scope="session")
def chromium_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromiumTab]:
    """One Chromium for all tests."""
    program = _program(CHROMIUM, "HUBENUM_REQUIRE_CHROMIUM")
    with chromium(program, tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="session")
def firefox_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirefoxTab]:
    """One Firefox for all tests."""
    program = _program(FIREFOX, "HUBENUM_REQUIRE_FIREFOX")
    with firefox(program, tmp_path_factory.mktemp("firefox")) as tab:
        yield tab


def _checked(tab: Tab) -> Iterator[Tab]:
    """A page of a desktop's size, which must end without a complaint and without having requested
    anything but the files that it was sent to."""
    tab.size(1280, 1600)
    tab.complaints.clear()
    tab.requests.clear()
    yield tab
    assert tab.complaints == []
    requested = {url.partition("#")[0] for url in tab.requests}
    assert all(url.startswith(("file:", "about:", "data:")) for url in requested)
    assert sum(url.startswith("file:") for url in requested) <= 2


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A page in each browser."""
    yield from _checked(request.getfixturevalue(f"{request.param}_browser"))


@pytest.fixture
def chromium_tab(chromium_browser: ChromiumTab) -> Iterator[ChromiumTab]:
    """A page in Chromium, for what only its own protocol can do."""
    chromium_browser.prefer("light")
    for checked in _checked(chromium_browser):
        yield chromium_browser
        assert checked is chromium_browser


def sample_data() -> Catalog:
    """The sample's families, with verdicts and downloads of some."""
    families = read(Folder(SAMPLE, "unsloth"))
    lock = {
        "unsloth/Llama-3.1-8B": LockEntry(
            Verdict(
                status=Status.OK,
                license="llama3.1",
                created=date(2024, 7, 23),
                last_modified=date(2025, 1, 2),
            ),
            date(2026, 11, 25),
        ),
        "unsloth/Qwen3-8B": LockEntry(
            Verdict(status=Status.OK, license="apache-2.0", created=date(2025, 4, 28)),
            date(2026, 11, 25),
        ),
        "meta-llama/Llama-3.1-8B": LockEntry(
            Verdict(status=Status.GATED, gated="manual", license="llama3.1"), date(2026, 11, 25)
        ),
        "unsloth/gemma-3-1b-it": LockEntry(
            Verdict(status=Status.RENAMED, canonical="unsloth/gemma-3-1b"), date(2026, 11, 24)
        ),
    }
    downloads = {"unsloth/Llama-3.1-8B": [1000, 1500, 12345], "unsloth/Qwen3-8B": [0, None, 7]}
    usage = Usage(days=DAYS, downloads=downloads, likes={"unsloth/Llama-3.1-8B": 309})
    return catalog_data(families, lock=lock, stats=usage)


def _written(folder: Path, data: Catalog) -> str:
    path = folder / "catalog.html"
    path.write_text(catalog_page(data), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample's page."""
    return _written(tmp_path_factory.mktemp("sample"), sample_data())


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of a project without definitions."""
    return _written(tmp_path_factory.mktemp("empty"), catalog_data(()))


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
    data["models"][0]["modality"] = data["models"][0]["license"] = attack
    data["quants"][0]["about"] = data["import"] = attack
    return _written(tmp_path_factory.mktemp("hostile"), data)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of this project, with facts and counts for each model."""
    families = read(Folder(Path(__file__).parents[2] / "definitions", "unsloth"))  # fmt: skip
    days = [f"2026-10-{day:02}" for day in range(2, 32)]
    ids = [model.repo_id for family in families for model in family.models]
    downloads = {id: [(index * day) % 997 for day in range(30)] for index, id in enumerate(ids)}
    verdict = Verdict(status=Status.OK, license="apache-2.0", created=date(2026, 1, 2))
    lock = {id: LockEntry(verdict, date(2026, 10, 31)) for id in ids}
    data = catalog_data(families, lock=lock, stats=Usage(days=days, downloads=downloads))
    return _written(tmp_path_factory.mktemp("real"), data)
