"""`diff`: what changed for users, since whatever one can name."""

import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import Project
from .conftest import TINY, Checkout

GOLDEN = Path(__file__).parent / "diff"

OLD = '''"""Many, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta

KEPT = ModelMeta(org="acme", base_name="Kept", quant_types=[NONE], summary="Kept | whole.")
LOST = ModelMeta(org="acme", base_name="Lost", quant_types=[NONE], original=None)
OUT = ModelMeta(org="acme", base_name="Out", quant_types=[NONE], original=None)
CASED = ModelMeta(org="acme", base_name="cased", quant_types=[NONE], original=None)
LEFT = ModelMeta(
    org="acme",
    base_name="Left",
    quant_types=[NONE],
    original=None,
    constants={"unsloth/Left": "SIDE"},
)
SHORT = ModelMeta(org="acme", base_name="Short", quant_types=[NONE, BNB], original=None)
'''

NEW = '''"""Many, by Acme."""

from codegen.schema import BNB, GGUF, NONE, ModelMeta, Retired

KEPT = ModelMeta(org="acme", base_name="Kept", quant_types=[NONE, GGUF], is_multimodal=True)
CASED = ModelMeta(org="acme", base_name="Cased", quant_types=[NONE], original=None)
LEFT = ModelMeta(
    org="acme",
    base_name="Right",
    quant_types=[NONE],
    original=None,
    constants={"unsloth/Right": "SIDE"},
)
SHORT = ModelMeta(
    org="acme",
    base_name="Short",
    quant_types=[NONE, BNB],
    original=None,
    constants={"unsloth/Short": "LONG", "unsloth/Short-bnb-4bit": "LONG_BNB"},
)

RETIRED = [
    Retired(name="OUT", repo_id="unsloth/Out", why="withdrawn", since="2026-11-25"),
    Retired(
        name="CASED",
        repo_id="unsloth/cased",
        why="the Hub says so",
        since="2026-11-25",
        replaced_by="unsloth/Cased",
    ),
    Retired(
        name="SHORT",
        repo_id="unsloth/Short",
        why="the constant was renamed",
        since="2026-11-25",
        replaced_by="unsloth/Short",
    ),
]
'''


@pytest.fixture
def changed(checkout: Checkout) -> Checkout:
    """A project in which every kind of change has happened since HEAD."""
    checkout.define("many", OLD)
    checkout.define("leaving", TINY.replace("Tiny", "Leaving"))
    assert checkout.run("generate").code == 0
    checkout.commit()
    checkout.define("many", NEW)
    checkout.define("leaving", '"""Leaving, by Acme."""\n\nRETIRED = []\n')
    return checkout


@pytest.mark.parametrize("style", ["text", "json", "markdown"])
def test_every_kind_of_change(
    changed: Checkout, style: str, golden: Callable[[Path, str], None]
) -> None:
    done = changed.run("diff", *([] if style == "text" else [f"--{style}"]))
    assert (done.code, done.err) == (1, "")
    golden(GOLDEN / f"every-kind.{style}", done.out)


def test_nothing_changed(checkout: Checkout) -> None:
    done = checkout.run("diff")
    assert (done.code, done.out) == (0, "since HEAD: no change\n")
    told = json.loads(checkout.run("diff", "--json").out)
    assert (told["bump"], told["breaking"], told["added"]) == ("none", False, [])


@pytest.mark.parametrize(
    ("definition", "bump", "code"),
    [
        (TINY.replace('"2B"]', '"2B", "3B"]'), "minor", 0),
        (TINY.replace("original=None", 'original=None, summary="Small."'), "patch", 0),
        (TINY.replace('"1B", "2B"', '"1B"'), "major", 1),
        (TINY.replace("by Acme", "by Acme Inc"), "patch", 0),
    ],
)
def test_the_version_bump(checkout: Checkout, definition: str, bump: str, code: int) -> None:
    checkout.define("tiny", definition)
    done = checkout.run("diff", "--json")
    assert (json.loads(done.out)["bump"], done.code) == (bump, code)


def test_a_retirement_that_is_dropped_breaks_what_it_served(checkout: Checkout) -> None:
    checkout.define("tiny", TINY.replace('"Tiny"', '"Teeny"'))
    checkout.run("generate", "--retire", "--renamed")
    checkout.commit()
    checkout.define("tiny", TINY.replace('"Tiny"', '"Teeny"'))
    assert checkout.run("generate").code == 0
    done = checkout.run("diff")
    assert done.code == 1
    assert "  - TINY_1_1B: unsloth/Tiny-1-1B  (breaking)\n" in done.out


def test_a_retirement_that_served_nothing_may_be_dropped(checkout: Checkout) -> None:
    checkout.define("tiny", TINY.replace('"1B", "2B"', '"1B"'))
    checkout.run("generate", "--retire")
    retired = json.loads(checkout.run("diff", "--json").out)
    assert [one["name"] for one in retired["retired"]] == ["TINY_1_2B", "TINY_1_2B_BNB"]
    assert (retired["renamed"], retired["bump"]) == ([], "minor")
    checkout.commit()
    checkout.define("tiny", TINY.replace('"1B", "2B"', '"1B"'))
    assert checkout.run("generate").code == 0
    done = checkout.run("diff")
    assert done.code == 0
    assert "  - TINY_1_2B: unsloth/Tiny-1-2B\n" in done.out
    assert done.out.endswith("2 changes, 0 breaking; version bump: patch\n")


def test_bases(changed: Checkout, tmp_path: Path) -> None:
    """A revision, a folder, a file, a wheel: the same output, the same changes."""
    changed.git("tag", "v1")
    wheel = tmp_path / "acme_models-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("acme/models.py", "# a models.py of another kind\n")
        for path in (changed.root / "generated").iterdir():
            archive.writestr(f"acme/generated/{path.name}", path.read_bytes())
    release = changed.root / "generated"
    bases = ["v1", "HEAD", "main", str(release), str(release / "models.py"), str(wheel)]
    told = [json.loads(changed.run("diff", "--json", base).out) for base in bases]
    assert [one.pop("base") for one in told] == bases
    assert told[0]["bump"] == "major" and len(told[0]["value_changed"]) == 2
    assert all(one == told[0] for one in told)


def test_an_installed_release(
    changed: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (changed.root / "generated").rename(tmp_path / "released")
    (site / "acme_models").mkdir(parents=True)
    (tmp_path / "released").rename(site / "acme_models" / "generated")
    info = site / "acme_models-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-models\nVersion: 1.0\n")
    files = [path.relative_to(site) for path in site.rglob("*.py*")]
    (info / "RECORD").write_text("".join(f"{path},,\n" for path in files))
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])
    for base in ("acme-models==1.0", "acme-models=="):
        done = changed.run("diff", "--json", base)
        assert done.code == 1 and json.loads(done.out)["bump"] == "major", done.err
    other = changed.run("diff", "acme-models==0.9")
    assert other.code == 2
    assert other.err == (
        "acme-models is installed as 1.0, not 0.9; give the path of its wheel:"
        " pip download --no-deps acme-models==0.9\n"
    )


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("nowhere", "nowhere is not a file, a folder, NAME==VERSION or a git revision\n"),
        ("definitions", "definitions: no generated models.py in this folder\n"),
        ("pyproject.toml", "pyproject.toml: models.py defines no Models\n"),
        ("no-such-thing==1", "no-such-thing is not installed\n"),
        ("before", "before has no generated/models.py\n"),
    ],
)
def test_a_base_that_is_none(checkout: Checkout, base: str, said: str) -> None:
    checkout.git("checkout", "--quiet", "--orphan", "before")
    checkout.git("rm", "--quiet", "--cached", "-r", "generated")
    checkout.git("commit", "--quiet", "--message", "before")
    done = checkout.run("diff", base)
    assert (done.code, done.out) == (2, "")
    assert done.err == said


def _flagged(content: bytes) -> bytes:
    """A wheel whose one file is marked as encrypted."""
    wheel = bytearray(content)
    wheel[wheel.index(b"PK\3\4") + 6] |= 1
    wheel[wheel.index(b"PK\1\2") + 8] |= 1
    return bytes(wheel)


BANNER = "# Generated by hubenum\n"


@pytest.mark.parametrize(
    ("text", "damage", "message"),
    [
        ("x" * 9, _flagged, " cannot be unpacked: File 'acme/models.py' is encrypted, "),
        ("x" * 9, lambda content: content.replace(b"xx", b"xy", 1), " cannot be unpacked: Bad CRC"),
        ("#" * 70_000_000, bytes, ": acme/models.py is too large\n"),
        (f"{BANNER}x = {'(' * 5000}", bytes, "of models.py: too many nested parentheses\n"),
        (f"{BANNER}x = {'-' * 100_000}1", bytes, ": models.py: "),
        (f"{BANNER}\0", bytes, "models.py: source code string cannot contain null bytes\n"),
    ],
    ids=["encrypted", "damaged", "large", "nested", "deep", "nul"],
)
def test_a_wheel_that_cannot_be_read(
    checkout: Checkout, tmp_path: Path, text: str, damage: Callable[[bytes], bytes], message: str
) -> None:
    wheel = tmp_path / "acme-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED if len(text) > 10 else 0) as archive:
        archive.writestr("acme/models.py", text)
    wheel.write_bytes(damage(wheel.read_bytes()))
    done = checkout.run("diff", str(wheel))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(str(wheel)) and message in done.err and done.err.count("\n") == 1


@pytest.mark.parametrize("base", ["", "HEAD\nHEAD", "a\0b", "--all"])
def test_a_base_that_is_no_name(checkout: Checkout, base: str) -> None:
    done = checkout.run("diff", "--", base)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_the_old_output_is_read_and_never_run(checkout: Checkout) -> None:
    ran = checkout.root / "ran"
    spy = f"open({str(ran)!r}, 'w')\n"
    checkout.models.write_text(spy + checkout.models.read_text("utf-8"))
    (checkout.root / "generated" / "__init__.py").write_text(spy)
    assert checkout.run("diff", "generated").code == 0
    assert not ran.exists()


def test_an_output_that_names_no_fields_tells_names_only(checkout: Checkout) -> None:
    (checkout.root / "generated" / "_metadata.py").unlink()
    checkout.define("tiny", TINY.replace("original=None", 'original=None, summary="Small."'))
    assert checkout.run("diff", "generated").out == "since generated: no change\n"


def test_without_git(project: Project) -> None:
    assert project.run("generate").code == 0
    done = project.run("diff")
    assert (done.code, done.out) == (2, "")
    assert done.err == ("no git repository here; give a file, a folder, a wheel or NAME==VERSION\n")
