"""The page as text: that it needs nothing, lets nothing in, and can be read."""

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from codegen.catalog.content import Catalog, catalog_data
from codegen.catalog.page import catalog_page
from codegen.load.extends import Folder
from codegen.models.expand import read

HOUSE = Path(__file__).parents[3]
TEMPLATES = HOUSE / "codegen" / "catalog" / "templates"
FAMILIES = read(Folder(HOUSE / "tests" / "browser" / "sample" / "definitions", "unsloth"))
PAGE = catalog_page(catalog_data(FAMILIES))


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_it_loads_nothing() -> None:
    for tag, attributes in Elements(PAGE).found:
        assert "src" not in attributes, tag
        if tag != "a":
            assert not (attributes.get("href") or "data:").startswith("http"), tag
    assert "@import" not in PAGE
    assert not re.search(r"url\(\"?(?!data:)", PAGE.replace('url("data:', ""))


def test_the_policy_admits_the_style_and_scripts_that_stand_there_and_no_other() -> None:
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
    for _, attributes in Elements(PAGE).found:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_links_out_tell_nobody_where_from() -> None:
    out = [a for tag, a in Elements(PAGE).found if tag == "a" and a.get("target") == "_blank"]
    assert len(out) == 63
    assert {link["rel"] for link in out} == {"noopener noreferrer"}


@pytest.mark.parametrize(
    "text", ["</script><b>", "</style><b>", "--><b>", "\"'<b>&amp;", "{{ 7 }}"]
)
def test_text_stays_text(text: str) -> None:
    data: Catalog = catalog_data(FAMILIES)
    data["families"][0]["title"] = text
    data["models"][0]["summary"] = data["models"][0]["modality"] = text
    data["retired"][0]["why"] = text
    page = catalog_page(data)
    assert not [tag for tag, _ in Elements(page).found if tag == "b"]
    assert "<b>" not in page
    assert ("{{ 7 }}" in page) == (text == "{{ 7 }}")


def test_no_script_ends_early() -> None:
    for path in TEMPLATES.glob("*.js"):
        text = path.read_text("utf-8").lower()
        assert "</" not in text.replace("</li", ""), path
        assert "<!--" not in text, path


def test_every_name_has_one_place() -> None:
    ids = [attributes["id"] for _, attributes in Elements(PAGE).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_link_within_leads_to_a_place() -> None:
    found = Elements(PAGE).found
    ids = {attributes.get("id") for _, attributes in found}
    for _, attributes in found:
        target = (attributes.get("href") or "").removeprefix("#")
        if (attributes.get("href") or "").startswith("#") and "=" not in target:
            assert target in ids


def test_the_same_data_is_the_same_page() -> None:
    assert catalog_page(catalog_data(FAMILIES)) == PAGE
    assert "\r" not in PAGE


def test_nothing_declared_is_a_page_too() -> None:
    assert "0 paths" in catalog_page(catalog_data(()))


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


def _colours() -> dict[str, tuple[str, str]]:
    style = (TEMPLATES / "page.css").read_text("utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    return {name: (light, dark) for name, light, dark in pairs}


def _luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
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
    colours = _colours()
    for theme in (0, 1):
        one, other = (_luminance(colours[name][theme]) for name in (text, ground))
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5
