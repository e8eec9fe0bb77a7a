"""The page answers the same table of queries as Python and the command line."""

import json
from pathlib import Path

from codegen.catalog.content import catalog_data
from codegen.catalog.page import catalog_page
from codegen.load.extends import Folder
from codegen.models.expand import read

from ..search.conftest import HERE, NEAREST, queries
from .tab import Tab

_ASK = """
(texts) => texts.map((text) => {
  const { shown } = select({ q: text, sort: "" });
  const hits = models.filter((model) => model.rank !== null);
  const first = hits.toSorted((a, b) => a.rank - b.rank)[0];
  return [shown, first ? first.repo_id : "-"];
})
"""


_NEAREST = """
(texts) => texts.map((text) => [
  unknownWords(text, models),
  nearest(text, models).slice(0, 1).map((model) => model.repo_id),
])
"""


def test_queries(tab: Tab, tmp_path: Path) -> None:
    families = read(Folder(HERE / "definitions", "unsloth"))
    (tmp_path / "catalog.html").write_text(catalog_page(catalog_data(families)), "utf-8")
    tab.goto((tmp_path / "catalog.html").as_uri())
    texts = [query.text for query in queries()]
    answers = tab.run(f"({_ASK})({json.dumps(texts)})")
    for query, (count, first) in zip(queries(), answers, strict=True):
        assert (count, first) == (query.count, query.first), query.text
    answers = tab.run(f"({_NEAREST})({json.dumps([text for text, *_ in NEAREST])})")
    for (text, *expected), answer in zip(NEAREST, answers, strict=True):
        assert answer == expected, text
