"""What the Hub calls declared ids, beside definitions: what `verify --fix` makes of these.

`verdicts.txt` holds a declared id and the canonical one a line.
"""

from collections.abc import Callable
from pathlib import Path

import black
import pytest

from codegen.edit.draft import families_of, read_drafts
from codegen.load.extends import Folder
from codegen.sync.renames import fix

CASES = sorted(path for path in (Path(__file__).parent / "fix").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path, golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    (tmp_path / "tiny.py").write_text((case / "before.txt").read_text("utf-8"), "utf-8")
    drafts = read_drafts(Folder(tmp_path, "unsloth"))
    lines = (case / "verdicts.txt").read_text("utf-8").splitlines()
    canonical = {line.split()[0]: line.split()[1] for line in lines}
    assert canonical.keys() <= drafts["tiny"].models.keys()
    fixed = fix(canonical, drafts)
    report = [f"{old} -> {new}" for old, new in sorted(fixed.solved.items())]
    report += [f"{one.repo_id} -> {one.canonical}: not: {one.why}" for one in fixed.unsolved]
    golden(case / "report.txt", "".join(f"{line}\n" for line in report))
    after = {**drafts, **fixed.drafts}
    golden(case / "after.txt", after["tiny"].text)

    families_of(after)
    assert (
        black.format_str(after["tiny"].text, mode=black.Mode(line_length=100)) == after["tiny"].text
    )
    assert fixed.solved.keys() | {one.repo_id for one in fixed.unsolved} == canonical.keys()
    ids = {fixed.solved.get(repo_id, repo_id) for repo_id in drafts["tiny"].models}
    assert after["tiny"].models.keys() == ids
