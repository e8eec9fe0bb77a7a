"""Whatever a definition says, it can be made to say something else, and back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from codegen.edit.axes import Coordinates
from codegen.edit.draft import Drafts, read_drafts
from codegen.edit.fields import Target, target_of
from codegen.edit.meta import retarget
from codegen.edit.quants import Quants, quants
from codegen.load.extends import Folder
from codegen.schema import BNB, FP8, GGUF, NONE, UNSLOTH
from codegen.sync.plan import plan
from codegen.sync.upload import Upload

START = '''"""Tiny, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta

PLAIN = [NONE, BNB]

TINY = ModelMeta(
    org="acme",
    base_name="Tiny",
    model_version="1",
    model_sizes=["1B"],
    quant_types=PLAIN,  # as it began
)
'''

PHASES = (Phase.explicit, Phase.generate)
"""Shrinking takes minutes, for every try lays code out; the examples are small as they are."""

CELLS = st.tuples(
    st.sampled_from(["1", "1.5", "2"]),
    st.sampled_from(["1B", "2B", "30B-A3B", "micro"]),
    st.sampled_from([None, "it", "base"]),
)
QUANTS = st.sets(st.sampled_from([NONE, BNB, UNSLOTH, GGUF, FP8]), min_size=1).map(
    lambda several: quants(list(several))
)
SAID = st.dictionaries(CELLS, QUANTS, min_size=1, max_size=8)
Said = dict[Coordinates, Quants | None]


def drafted(folder: Path, text: str) -> Drafts:
    (folder / "tiny.py").write_text(text, "utf-8")
    return read_drafts(Folder(folder, "unsloth"))


@settings(max_examples=40, deadline=None, derandomize=True, phases=PHASES)
@given(st.lists(SAID, min_size=1, max_size=3))
def test_a_definition_can_be_made_to_say_anything(said: list[Said]) -> None:
    with TemporaryDirectory() as name:
        text = START
        for one in said:
            drafts = drafted(Path(name), text)
            text = retarget(drafts["tiny"], "TINY", Target(one))
            meta = drafted(Path(name), text)["tiny"].metas["TINY"]
            assert target_of(meta).quants == one
            assert "# as it began" in text


@settings(max_examples=40, deadline=None, derandomize=True, phases=PHASES)
@given(SAID, st.data())
def test_what_is_taken_out_is_synced_back(said: Said, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        drafts = drafted(Path(name), START)
        drafts = drafted(Path(name), retarget(drafts["tiny"], "TINY", Target(said)))
        ids = set(drafts["tiny"].models)
        out = data.draw(st.sampled_from(sorted(said, key=repr)))
        left = {cell: quants for cell, quants in said.items() if cell != out}
        if not left:
            return
        less = drafted(Path(name), retarget(drafts["tiny"], "TINY", Target(left)))
        uploads = [Upload(repo_id) for repo_id in ids if repo_id.startswith("unsloth/")]
        found = plan(uploads, less)
        back = {**less, **found.drafts}["tiny"]
        by_hand = {one.repo_id for one in found.left}
        assert not by_hand, found.left
        assert set(back.models) == ids
