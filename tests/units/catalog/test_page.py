"""The page as text: it needs nothing, lets nothing in, and can be read."""

import base64
import hashlib
import itertools
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from codegen.catalog.content import Catalog, Usage, catalog_data
from codegen.catalog.page import catalog_page
from codegen.hub.facts import Facts, GGUFFile
from codegen.hub.lock import LockEntry
from codegen.hub.verdict import Status, Verdict
from codegen.load.extends import Folder
from codegen.models.expand import read

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "codegen" / "catalog" / "templates"
FAMILIES = read(Folder(ROOT / "tests" / "browser" / "sample" / "definitions", "unsloth"))
PAGE = catalog_page(catalog_data(FAMILIES))


LOCKED = LockEntry(Verdict(status=Status.OK, license="apache-2.0"), date(2026, 11, 30))


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_it_loads_nothing() -> None:
    for tag, attributes in Elements(PAGE).tags:
        assert "src" not in attributes, tag
        if tag != "a":
            assert not (attributes.get("href") or "data:").startswith("http"), tag
    assert "@import" not in PAGE
    assert not re.search(r"url\(\"?(?!data:)", PAGE.replace('url("data:', ""))


def test_the_policy_allows_the_style_and_scripts_of_the_page_and_no_other() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))

    def digests(tag: str) -> list[str]:
        texts = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        raw = (hashlib.sha256(text.encode()).digest() for text in texts)
        return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in raw]

    assert rules == {
        "default-src": "'none'",
        "style-src": " ".join(digests("style")),
        "script-src": " ".join(digests("script")),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_no_attribute_holds_style_or_script() -> None:
    for _, attributes in Elements(PAGE).tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def embedded(page: str) -> Any:
    """The data in a page."""
    return json.loads(page.partition('type="application/json">')[2].partition("</script>")[0])


@pytest.mark.parametrize(
    "text", ["</script><b>", "</style><b>", "--><b>", "\"'<b>&amp;", "{{ 7 }}"]
)
def test_text_stays_text(text: str) -> None:
    data: Catalog = catalog_data(FAMILIES)
    data["families"][0]["title"] = text
    data["models"][0]["summary"] = data["models"][0]["modality"] = text
    data["retired"][0]["why"] = data["import"] = text
    page = catalog_page(data)
    assert not [tag for tag, _ in Elements(page).tags if tag == "b"]
    assert "<b>" not in page
    assert ("{{ 7 }}" in page) == (text == "{{ 7 }}")
    assert embedded(page)["families"][0]["title"] == text
    assert embedded(page)["retired"][0]["why"] == text


def test_the_data_is_in_columns_and_leaves_out_what_nobody_knows() -> None:
    data = embedded(PAGE)
    models = data["models"]
    assert len(models["constant"]) == 63
    assert {len(column) for column in models.values()} == {63}
    assert not {"downloads", "likes", "verdict", "license", "created"} & models.keys()
    assert sum(group["count"] for group in data["groups"]) == 63
    at = models["constant"].index("QWEN3_8B_FP8_ORIGINAL")
    assert (models["quant"][at], models["is_original"][at]) == ("FP8", 1)


def test_a_count_of_zero_is_a_count() -> None:
    usage = Usage(
        days=["2026-11-25"], downloads={"unsloth/Qwen3-8B": [0]}, likes={"unsloth/Qwen3-8B": 0}
    )
    models = embedded(catalog_page(catalog_data(FAMILIES, stats=usage)))["models"]
    at = models["constant"].index("QWEN3_8B")
    assert (models["likes"][at], models["likes"][at - 1]) == (0, None)
    assert (models["downloads"][at], models["downloads"][at - 1]) == ([0], None)


def test_the_license_of_the_hub_comes_before_that_of_the_definition() -> None:
    data = catalog_data(FAMILIES, lock={"unsloth/Qwen3-8B": LOCKED})
    for model in data["models"]:
        model["license"] = "mit"
    page = catalog_page(data)
    models = embedded(page)["models"]
    at = models["constant"].index("QWEN3_8B")
    assert (models["license"][at], models["license"][at - 1]) == ("apache-2.0", "mit")
    assert '<option value="apache-2.0">' in page
    assert '<option value="mit">' in page


def test_the_repos_of_a_model_are_a_group() -> None:
    data = embedded(PAGE)
    start = 0
    for group in data["groups"]:
        names = data["models"]["constant"][start : start + group["count"]]
        if group["title"] == "Qwen3-30B-A3B":
            assert names == [
                *("QWEN3_30B_A3B", "QWEN3_30B_A3B_BNB", "QWEN3_30B_A3B_GGUF"),
                *("QWEN3_30B_A3B_ORIGINAL", "QWEN3_30B_A3B_FP8_ORIGINAL"),
            ]
            assert (group["parameters"], group["active"]) == (30_000_000_000, 3_000_000_000)
            assert data["families"][group["family"]]["name"] == "qwen"
        start += group["count"]


def test_the_size_of_the_real_page() -> None:
    families = read(Folder(ROOT / "definitions", "unsloth"))
    ids = [model.repo_id for family in families for model in family.models]
    day = date(2026, 11, 30)
    verdict = Verdict(status=Status.OK, license="apache-2.0", created=day, last_modified=day)
    counts = dict.fromkeys(ids, [123_456] * 30)
    data = catalog_data(
        families,
        lock={repo_id: LockEntry(verdict, day) for repo_id in ids},
        stats=Usage(days=[f"{day}"] * 30, downloads=counts, likes=dict.fromkeys(ids, 123)),
    )
    assert len(catalog_page(data).encode()) < 1_000_000


def test_no_script_ends_early() -> None:
    for path in TEMPLATES.glob("*.js"):
        text = path.read_text("utf-8").lower()
        assert "</" not in text, path
        assert "<!--" not in text, path


def test_every_name_has_one_place() -> None:
    ids = [attributes["id"] for _, attributes in Elements(PAGE).tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_families_and_formats_have_links() -> None:
    links = [a["href"] for tag, a in Elements(PAGE).tags if tag == "a" and a.get("href")]
    assert links[1:4] == ["#gemma", "#llama", "#qwen"]
    assert links[4:6] == ["#quant=NONE", "#quant=BNB"]


@pytest.mark.parametrize(
    ("lock", "stats", "expected"),
    [
        (False, False, ["", "name", "size"]),
        (True, False, ["", "name", "size", "newest"]),
        (True, True, ["", "name", "size", "newest", "downloads"]),
    ],
)
def test_orders_and_filters_are_those_that_have_data(
    lock: bool, stats: bool, expected: list[str]
) -> None:
    day = date(2026, 11, 30)
    entry = LockEntry(Verdict(status=Status.OK, license="mit", created=day), day)
    usage = Usage(days=["2026-11-25"], downloads={"unsloth/Qwen3-8B": [1]})
    page = catalog_page(
        catalog_data(
            FAMILIES,
            lock={"unsloth/Qwen3-8B": entry} if lock else None,
            stats=usage if stats else None,
        )
    )
    sorts = re.search(r'name="sort">(.*?)</select>', page, re.DOTALL)
    assert sorts is not None
    assert re.findall(r'<option value="([^"]*)">', sorts[1]) == expected
    names = re.findall(r'<select name="(\w+)">', page)
    assert {"license", "gated"} <= set(names) if lock else not {"license", "gated"} & set(names)


def test_the_same_data_is_the_same_page() -> None:
    assert catalog_page(catalog_data(FAMILIES)) == PAGE
    assert "\r" not in PAGE


def test_nothing_declared_is_a_page_too() -> None:
    assert "0 Hugging Face model ids" in catalog_page(catalog_data(()))


def test_sizes_are_offered_by_value_and_once() -> None:
    sizes = re.search(r'name="size">(.*?)</select>', PAGE, re.DOTALL)
    assert sizes is not None
    assert re.findall(r'<option value="([^"]+)">', sizes[1]) == [
        "0.6b",
        "1b",
        "4b",
        "8b",
        "11b",
        "27b",
        "30b-a3b",
        "70b",
    ]


def _colors() -> dict[str, tuple[str, str]]:
    style = (TEMPLATES / "page.css").read_text("utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    return {name: (light, dark) for name, light, dark in pairs}


def _luminance(color: str) -> float:
    channels = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TEXTS = ["ink", "middle", "soft", "accent"]


@pytest.mark.parametrize(
    ("text", "ground"),
    [*itertools.product(TEXTS, ["paper", "raised", "hover", "tint"])],
)
def test_text_stands_out(text: str, ground: str) -> None:
    """WCAG 2.2, level AA: 4.5 to 1."""
    colors = _colors()
    for theme in (0, 1):
        one, other = (_luminance(colors[name][theme]) for name in (text, ground))
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def test_the_page_has_what_the_lock_says_of_the_content() -> None:
    files = (GGUFFile("m-Q4_K_M.gguf", "Q4_K_M", 1), GGUFFile("m-Q8_0.gguf", "Q8_0", 1))
    facts = Facts(sha="0e9e39f249a16976918f6564b8830bc894c89659", files=files)
    verdict = Verdict(status=Status.OK, canonical="unsloth/Qwen3-8B-GGUF", facts=facts)
    lock = {"unsloth/Qwen3-8B-GGUF": LockEntry(verdict, date(2026, 11, 30))}
    page = catalog_page(catalog_data(FAMILIES, lock=lock))
    assert '"0e9e39f249a16976918f6564b8830bc894c89659"' in page
    assert '"Q4_K_M, Q8_0"' in page
