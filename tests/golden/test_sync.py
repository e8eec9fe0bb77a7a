"""New uploads beside definitions: what `sync` says of them, and what it makes of the definitions.

`uploads.txt` holds an upload a line, with its tags; after a dash one that is declared and not
listed. Whatever else is declared is listed as well.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.edit.draft import Drafts, families_of, read_drafts
from codegen.load.extends import Folder
from codegen.sync.plan import plan
from codegen.sync.report import report
from codegen.sync.upload import Upload


def confirm(ids: Collection[str]) -> dict[str, str | None]:
    """A Hub that has every id it is asked for."""
    return {repo_id: repo_id for repo_id in ids}


CASES = sorted(path for path in (Path(__file__).parent / "sync").iterdir())


def read_case(case: Path, folder: Path) -> tuple[Drafts, list[Upload]]:
    """The definitions of a case, put into a folder, and what is listed."""
    (folder / "tiny.py").write_text((case / "before.txt").read_text("utf-8"), "utf-8")
    drafts = read_drafts(Folder(folder, "unsloth"))
    lines = (case / "uploads.txt").read_text("utf-8").splitlines()
    gone = {line.removeprefix("- ") for line in lines if line.startswith("- ")}
    declared = [Upload(i) for i in uploads_of(drafts) if i not in gone]
    new = [Upload(i, tuple(tags)) for i, *tags in map(str.split, lines) if i != "-"]
    return drafts, [*declared, *new]


def uploads_of(drafts: Drafts) -> list[str]:
    """The ids of the uploader that are declared."""
    ids = [repo_id for draft in drafts.values() for repo_id in draft.models]
    return [repo_id for repo_id in ids if repo_id.startswith("unsloth/")]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(
    case: Path,
    golden: Callable[[Path, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    drafts, uploads = read_case(case, tmp_path)
    found = plan(uploads, drafts, ask=confirm)
    without_diff = replace(found, drafts={})
    golden(case / "report.txt", "\n".join(report(without_diff, drafts)) + "\n")
    after = {**drafts, **found.drafts}
    golden(case / "after.txt", after["tiny"].text)

    families_of(after)
    written = {repo_id for addition in found.additions for repo_id in addition.uploads}
    by_hand = {left.repo_id for left in found.by_hand}
    assert written.isdisjoint(by_hand)
    listed = {upload.repo_id for upload in uploads}
    assert set(uploads_of(after)) == (set(uploads_of(drafts)) | listed) - by_hand
    assert (tmp_path / "tiny.py").read_text("utf-8") == (case / "before.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_nothing_is_left_to_edit_after_it(case: Path, tmp_path: Path) -> None:
    drafts, uploads = read_case(case, tmp_path)
    after = {**drafts, **plan(uploads, drafts, ask=confirm).drafts}
    again = plan(uploads, after, ask=confirm)
    assert (again.additions, again.drafts) == ((), {})


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_edits_are_laid_out_by_black(case: Path) -> None:
    import black

    text = (case / "after.txt").read_text("utf-8")
    assert black.format_str(text, mode=black.Mode(line_length=100)) == text


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_what_it_suggests_to_write_declares_the_upload(case: Path, tmp_path: Path) -> None:
    drafts, uploads = read_case(case, tmp_path)
    left = [one for one in plan(uploads, drafts, ask=confirm).by_hand if "ModelMeta(" in one.write]
    lines = ['"""Tiny."""', "from codegen.schema import *", *(one.write for one in left)]
    if left:
        (tmp_path / "tiny.py").write_text("\n".join(lines), "utf-8")
        after = read_drafts(Folder(tmp_path, "unsloth"))
        assert set(uploads_of(after)) == {one.repo_id for one in left}
