"""What is planned for uploads, beside the table of golden/future.txt."""

import time
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from codegen.edit.draft import Drafts, families_of, read_drafts, write
from codegen.load.extends import Folder
from codegen.sync.plan import Plan, Scope, plan
from codegen.sync.renames import fix
from codegen.sync.upload import Upload

TINY = '''"""Tiny, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta

TINY = ModelMeta(
    org="acme",
    base_name="Tiny",
    model_version="1",
    model_sizes=["1B", "2B"],
    quant_types=[NONE, BNB],
)
'''
OTHER = TINY.replace("TINY", "OTHER").replace("Tiny", "Other")

Read = Callable[..., Drafts]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads families, given by the names of their files."""

    def read(**texts: str | bytes) -> Drafts:
        for stem, text in texts.items():
            content = text if isinstance(text, bytes) else text.encode()
            (tmp_path / f"{stem}.py").write_bytes(content)
        return read_drafts(Folder(tmp_path, "unsloth"))

    return read


def quantized(name: str, base: str, *tags: str) -> Upload:
    return Upload(f"unsloth/{name}", (*tags, f"base_model:{base}", f"base_model:quantized:{base}"))


def planned(drafts: Drafts, *new: Upload, scope: Scope | None = None) -> Plan:
    """The plan for these uploads, of which the tags say enough, and all that are declared."""
    declared = [Upload(i) for d in drafts.values() for i in d.models if i.startswith("unsloth/")]
    return plan([*declared, *new], drafts, scope)


def added(planned: Plan) -> list[str]:
    return sorted(repo_id for addition in planned.additions for repo_id in addition.uploads)


def why(planned: Plan) -> dict[str, str]:
    return {one.repo_id.removeprefix("unsloth/"): one.why for one in planned.by_hand}


GGUF_2B = quantized("Tiny-1-2B-GGUF", "acme/Tiny-1-2B")


def test_tags_lead_to_the_original_by_way_of_uploads(read: Read) -> None:
    drafts = read(tiny=TINY)
    new = quantized("Tiny-1-4B", "acme/Tiny-1-4B")
    copy = Upload("unsloth/Tiny-1-4B", ("base_model:finetune:acme/Tiny-1-4B",))
    of_ours = quantized("Tiny-1-4B-GGUF", "UNSLOTH/tiny-1-4b")
    assert added(planned(drafts, copy, of_ours)) == [copy.repo_id, of_ours.repo_id]
    assert "does not say how" in why(planned(drafts, new))["Tiny-1-4B"]


def test_tags_are_compared_without_letter_case(read: Read) -> None:
    result = planned(read(tiny=TINY), quantized("Tiny-1-2B-GGUF", "ACME/tiny-1-2b"))
    assert result.drafts["tiny"].models[GGUF_2B.repo_id].original == "acme/Tiny-1-2B"


def test_a_contradiction_is_shown_with_both(read: Read) -> None:
    result = planned(read(tiny=TINY), quantized("Tiny-1-2B-GGUF", "acme/Tiny-1-1B"))
    told = "its tags name the original acme/Tiny-1-1B, TINY gives acme/Tiny-1-2B"
    assert (added(result), why(result)) == ([], {"Tiny-1-2B-GGUF": told})


def test_no_original_is_invented(read: Read) -> None:
    drafts, new = read(tiny=TINY), Upload("unsloth/Tiny-1-9B-GGUF")
    uploads = [*(Upload(i) for i in drafts["tiny"].models if i.startswith("unsloth/")), new]

    def ask(answer: str | None) -> Callable[[Collection[str]], dict[str, str | None]]:
        return lambda ids: dict.fromkeys(ids, answer)

    def broken(ids: Collection[str]) -> dict[str, str | None]:
        raise OSError("no network")

    assert added(plan(uploads, drafts, ask=ask("acme/Tiny-1-9B"))) == [new.repo_id]
    assert added(plan(uploads, drafts)) == []
    for asked in (ask(None), ask("acme/Tiny-1-9B-hf"), broken):
        assert added(plan(uploads, drafts, ask=asked)) == []


def test_a_model_is_for_what_its_tags_say(read: Read) -> None:
    text = TINY.replace("from codegen", 'MODALITY = "text"\nfrom codegen')
    new = quantized("Tiny-1-4B-GGUF", "acme/Tiny-1-4B", "image-text-to-text")
    result = planned(read(tiny=text), new)
    assert "its tags say more than text" in why(result)["Tiny-1-4B-GGUF"]
    new = quantized("Tiny-1-4B-GGUF", "acme/Tiny-1-4B", "text-generation")
    assert added(planned(read(tiny=text), new)) == [new.repo_id]


def test_private_and_disabled_uploads_are_left_out(read: Read) -> None:
    drafts = read(tiny=TINY)
    private = Upload(GGUF_2B.repo_id, GGUF_2B.tags, is_private=True)
    disabled = Upload("unsloth/Tiny-1-1B-GGUF", (), is_disabled=True)
    result = planned(drafts, private, disabled)
    assert (added(result), result.skipped) == ([], {"private or disabled": 2})
    result = planned(drafts, private, disabled, scope=Scope(private=True))
    marks = {i: mark for addition in result.additions for i, mark in addition.marks.items()}
    assert marks == {private.repo_id: "private", disabled.repo_id: "disabled"}


def test_ignored_uploads_are_counted(read: Read) -> None:
    scope = Scope(ignored=["unsloth/*-gguf", "unsloth/Else"])
    result = planned(read(tiny=TINY), GGUF_2B, Upload("unsloth/Else"), scope=scope)
    assert (result.is_empty, result.skipped) == (True, {"ignored": 2})


def test_one_family_is_planned_by_itself(read: Read) -> None:
    drafts = read(tiny=TINY, other=OTHER)
    new = (GGUF_2B, quantized("Other-1-2B-GGUF", "acme/Other-1-2B"), Upload("unsloth/Else"))
    result = planned(drafts, *new, scope=Scope(families=["tiny"]))
    assert (added(result), list(result.drafts)) == ([GGUF_2B.repo_id], ["tiny"])
    assert result.skipped == {"of other families": 2}


def test_two_letter_cases_are_one_size(read: Read) -> None:
    upper, lower = (quantized(f"Tiny-1-{size}-GGUF", "acme/Tiny-1-9B") for size in ("9B", "9b"))
    fp8 = Upload("unsloth/Tiny-1-9b-FP8", lower.tags)
    result = planned(read(tiny=TINY), upper, fp8)
    assert 'spelled=["Tiny-1-9b-FP8"]' in result.drafts["tiny"].text
    assert set(result.drafts["tiny"].models) >= {"acme/Tiny-1-9B", upper.repo_id, fp8.repo_id}


def test_a_name_that_two_new_definitions_want(read: Read) -> None:
    text = TINY + TINY[TINY.index("TINY =") :].replace("TINY =", "TINY_1 =").replace(
        'base_name="Tiny"', 'base_name="Tiny-VL"'
    )
    new = (quantized("Tiny-2-1B-GGUF", "acme/Tiny-2-1B"),
           quantized("Tiny-VL-2-1B-GGUF", "acme/Tiny-VL-2-1B"))  # fmt: skip
    result = planned(read(tiny=text), *new)
    assert added(result) == sorted(upload.repo_id for upload in new)


def test_nothing_else_moves(read: Read) -> None:
    """The first definition that names an original decides what it is for."""
    other = OTHER.replace("OTHER =", 'MODALITY = "vision"\nOTHER =').replace('"Other"', '"Big"')
    aaa = TINY.replace("TINY", "AAA").replace('"1B", "2B"', '"7B"')
    drafts = read(aaa=aaa, big=other)
    new = quantized("Tiny-1-1B-GGUF", "acme/Tiny-1-1B")
    before = {m.repo_id: m for family in families_of(drafts) for m in family.models}
    after = families_of({**drafts, **planned(drafts, new).drafts})
    now = {m.repo_id: m for family in after for m in family.models}
    assert {i: now[i] for i in before} == before


def test_a_family_that_is_new(read: Read) -> None:
    drafts = read(tiny=TINY)
    new = (
        Upload("unsloth/Zeta-2-7B-Instruct", ("base_model:finetune:zeta-ai/Zeta-2-7B-Instruct",)),
        quantized("Zeta-2-7B-Instruct-GGUF", "zeta-ai/Zeta-2-7B-Instruct"),
        quantized("Zeta-2-30B-A3B-GGUF", "zeta-ai/Zeta-2-30B-A3B"),
        quantized("Zeta-2.5-7B-GGUF", "zeta-ai/Zeta-2.5-7B"),
    )
    result = planned(drafts, *new)
    assert (added(result), list(result.proposed), len(result.by_hand)) == ([], ["zeta"], 4)
    result = planned(drafts, *new, scope=Scope(new_families=True))
    assert added(result) == sorted(upload.repo_id for upload in new)
    draft = result.drafts["zeta"]
    write(draft, None)
    assert set(read().keys()) == {"tiny", "zeta"}
    assert planned(read(), *new).is_empty


def rename(names: dict[str, str]) -> Callable[[Collection[str]], dict[str, str | None]]:
    return lambda ids: {repo_id: names.get(repo_id, repo_id) for repo_id in ids}


def test_renames_are_left_to_verify(read: Read) -> None:
    drafts = read(tiny=TINY)
    names = {i: i.replace("Tiny", "Small") for i in drafts["tiny"].models}
    uploads = [Upload(i) for i in names.values() if i.startswith("unsloth/")]
    result = plan(uploads, drafts, ask=rename(names))
    assert (added(result), {one.write for one in result.by_hand}) == ([], {"Run verify --fix."})


def test_renames_and_sync_end_in_the_same_place_in_either_order(read: Read) -> None:
    drafts = read(tiny=TINY)
    names = {i: i.replace("Tiny-1-2B", "Tiny-1-2.1B") for i in drafts["tiny"].models}
    changed = {old: new for old, new in names.items() if old != new}
    tags = ("base_model:acme/Tiny-1-2.1B",)
    uploads = [Upload(i, tags) for i in names.values() if i.startswith("unsloth/")]
    fixed = {**drafts, **fix(changed, drafts).drafts}
    assert plan(uploads, fixed, ask=rename(names)).is_empty
    synced = {**drafts, **plan(uploads, drafts).drafts}  # a Hub that could not be asked
    both = {**synced, **fix(changed, synced).drafts}
    assert both["tiny"].models.keys() == fixed["tiny"].models.keys() == set(names.values())


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + TINY.encode(),
        b"# -*- coding: latin-1 -*-\n" + TINY.replace("Acme", "Acm\u00e9").encode("latin-1"),
        TINY.replace("\n", "\r\n").encode(),
        TINY.replace("\n", "\r").encode(),
        TINY.replace("\n", "\r\n", 5).encode(),
    ],
    ids=["byte-order mark", "latin-1", "CRLF", "CR", "mixed"],
)
def test_encoding_and_line_ends_stay(read: Read, content: bytes) -> None:
    drafts = read(tiny=content)
    draft = planned(drafts, Upload("unsloth/Tiny-1-1B-GGUF"), GGUF_2B).drafts["tiny"]
    write(draft, drafts["tiny"])
    path = draft.definition.path
    assert path.read_bytes() == content.replace(b"[NONE, BNB]", b"[NONE, BNB, GGUF]")
    assert read().keys() == {"tiny"}


def test_a_definition_inside_an_if_is_left_to_its_author(read: Read) -> None:
    head, _, definition = TINY.partition("TINY = ")
    lines = f"TINY = {definition}".splitlines()
    text = f"{head}if True:\n" + "\n".join(f"    {line}" for line in lines) + "\n"
    result = planned(read(tiny=text), GGUF_2B)
    assert "TINY is not assigned at the top of the file" in why(result)["Tiny-1-2B-GGUF"]


def test_a_version_with_the_same_words_is_as_likely_as_a_nearer_one(read: Read) -> None:
    text = '''"""Tiny, by Acme."""

from codegen.schema import NONE, ModelMeta

TINY_5 = ModelMeta(
    org="acme", base_name="Tiny", model_version="5", quant_types=[NONE], modality="text"
)
TINY_4_FLASH = ModelMeta(
    org="acme", base_name="Tiny", model_version="4-Flash", quant_types=[NONE], modality="vision"
)
'''
    drafts = read(tiny=text)
    uploads = [Upload(f"unsloth/Tiny-{version}") for version in ("5", "4-Flash", "5.3-Flash")]
    result = plan(uploads, drafts, ask=lambda ids: {i: i for i in ids})
    assert added(result) == []
    assert why(result)["Tiny-5.3-Flash"].startswith("it could be TINY_")


def test_many_uploads_take_time_in_proportion(read: Read) -> None:
    drafts = read(tiny=TINY)

    def seconds(count: int) -> float:
        names = [f"Tiny-1-{size}B" for size in range(3, 3 + count // 3)]
        new = [
            quantized(f"{n}{tag}", f"acme/{n}") for n in names for tag in ("-GGUF", "-FP8", "-AWQ")
        ]
        start = time.process_time()
        assert len(added(planned(drafts, *new))) == len(new)
        return time.process_time() - start

    seconds(30)
    few, many = seconds(150), seconds(1200)
    assert many < 8 * few * 2.5 + 1
