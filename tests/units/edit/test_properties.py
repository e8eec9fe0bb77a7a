"""Whatever a definition says, it can be made to say something else, and back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from codegen.edit.contents import Contents, contents_of, defaults_of
from codegen.edit.draft import Drafts, read_drafts
from codegen.edit.quants import QuantSet, in_order
from codegen.edit.rows import retarget
from codegen.load.extends import Folder
from codegen.names.cell import Coordinates
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
    quant_types=PLAIN,
    modality="text",  # as it began
)
'''

PHASES = (Phase.explicit, Phase.generate)
"""Shrinking takes minutes, for every try lays code out; the examples are small as they are."""

CELLS = st.tuples(
    st.sampled_from(["1", "1.5", "2"]),
    st.sampled_from(["1B", "2B", "30B-A3B", "micro"]),
    st.sampled_from([None, "it", "base"]),
)
QUANTS = st.sets(st.sampled_from([NONE, BNB, UNSLOTH, GGUF, FP8]), min_size=1).map(in_order)
SAID = st.dictionaries(CELLS, QUANTS, min_size=1, max_size=8)
Said = dict[Coordinates, QuantSet]


def contents(drafts: Drafts, said: Said) -> Contents:
    """What TINY is to say, by version, size and tag."""
    common = defaults_of(drafts["tiny"].metas["TINY"])
    return {(at, common.name): common._replace(quants=quants) for at, quants in said.items()}


def retargeted(drafts: Drafts, said: Said) -> str:
    """The text of a family in which TINY says this."""
    return retarget(drafts["tiny"], "TINY", contents(drafts, said))


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
            text = retargeted(drafts, one)
            meta = drafted(Path(name), text)["tiny"].metas["TINY"]
            assert contents_of(meta) == contents(drafts, one)
            assert "# as it began" in text


@settings(max_examples=40, deadline=None, derandomize=True, phases=PHASES)
@given(SAID, st.data())
def test_what_is_taken_out_is_synced_back(said: Said, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        drafts = drafted(Path(name), START)
        drafts = drafted(Path(name), retargeted(drafts, said))
        ids = set(drafts["tiny"].models)
        out = data.draw(st.sampled_from(sorted(said, key=repr)))
        rest = {cell: quants for cell, quants in said.items() if cell != out}
        if not rest:
            return
        less = drafted(Path(name), retargeted(drafts, rest))
        uploads = [Upload(repo_id) for repo_id in ids if repo_id.startswith("unsloth/")]
        planned = plan(uploads, less, ask=lambda asked: {i: i for i in asked})
        back = {**less, **planned.drafts}["tiny"]
        assert not planned.by_hand
        assert set(back.models) == ids
