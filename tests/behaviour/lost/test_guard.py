"""A committed name cannot be dropped, or change its meaning, silently."""

import ast
import json
import re
from datetime import date

import pytest

from codegen.load import definitions
from codegen.models import expand as expansion

from ..conftest import HOUSE
from .conftest import TINY, Checkout

TODAY = date.today().isoformat()
ONLY_1B = TINY.replace('["1B", "2B"]', '["1B"]')
TWO = '''"""Two, by Acme."""

from codegen.schema import NONE, ModelMeta

A = ModelMeta(org="acme", base_name="A", quant_types=[NONE], original=None)
B = ModelMeta(org="acme", base_name="B", quant_types=[NONE], original=None)
'''

LOST_2B = f"""\
TINY_1_2B = unsloth/Tiny-1-2B would vanish
TINY_1_2B_BNB = unsloth/Tiny-1-2B-bnb-4bit would vanish
2 names of the committed output would be lost.
Declare what is missing, or retire it by writing,
in definitions/tiny.py:

from codegen.schema import Retired

RETIRED = [
    Retired(
        name="TINY_1_2B",
        repo_id="unsloth/Tiny-1-2B",
        why="it is no longer declared",
        since="{TODAY}",
    ),
    Retired(
        name="TINY_1_2B_BNB",
        repo_id="unsloth/Tiny-1-2B-bnb-4bit",
        why="it is no longer declared",
        since="{TODAY}",
    ),
]

To let hubenum write it: python -m codegen generate --retire
"""


@pytest.fixture(params=["plain", "checkout"])
def either(request: pytest.FixtureRequest) -> Checkout:
    """A project in git and one that is not."""
    return request.getfixturevalue(request.param)


def test_a_size_removed_is_refused_with_the_lines_to_paste(either: Checkout) -> None:
    either.define("tiny", ONLY_1B)
    before = either.snapshot()
    done = either.run("generate")
    assert (done.code, done.out, done.err) == (1, "", LOST_2B)
    checked = either.run("check")
    assert checked.code == 1
    assert checked.err.endswith(LOST_2B)
    assert "Repair with: python -m codegen generate\n" not in checked.err
    assert either.snapshot() == before


def test_the_lines_pasted_settle_it(either: Checkout) -> None:
    lines = LOST_2B.partition(".py:\n\n")[2].rpartition("\nTo let")[0]
    imports, _, entries = lines.partition("\n\n")
    either.define("tiny", ONLY_1B.replace("\n\nTINY", f"\n{imports}\n\nTINY") + f"\n{entries}")
    assert either.run("generate").code == 0
    assert either.run("check").code == 0


def test_retire_writes_the_same_and_generates(either: Checkout) -> None:
    either.define("tiny", ONLY_1B)
    done = either.run("generate", "--retire")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "tiny.py: retired 2 names\n"
        "1 family, 2 models; wrote _metadata.py, _retired.py, models.py\n"
    )
    source = (either.root / "definitions" / "tiny.py").read_text("utf-8")
    entries = LOST_2B.partition("RETIRED = [\n")[2].rpartition("\nTo let")[0]
    expected = ONLY_1B.replace("ModelMeta\n", "ModelMeta, Retired\n", 1)
    assert source == f"{expected}\nRETIRED = [\n{entries}"
    assert either.run("check").code == 0
    assert either.run("generate", "--retire").out == "1 family, 2 models; nothing to write\n"


def test_a_reason_can_be_given(checkout: Checkout) -> None:
    checkout.define("tiny", ONLY_1B)
    assert checkout.run("generate", "--why", "x").code == 2
    assert checkout.run("generate", "--retire", "--why", 'Acme "withdrew" it').code == 0
    assert 'Acme "withdrew" it' in (checkout.root / "generated" / "_retired.py").read_text()


def test_another_base_name_is_no_replacement(checkout: Checkout) -> None:
    checkout.define("tiny", TINY.replace('"Tiny"', '"Tiny-Reasoning"'))
    done = checkout.run("generate")
    assert done.code == 1
    assert done.err.startswith("TINY_1_1B = unsloth/Tiny-1-1B would vanish\n")
    assert "replaced_by" not in done.err
    assert checkout.run("generate", "--retire").code == 0
    assert "replaced_by" not in _definition(checkout)


def test_a_family_renamed_is_one_command_from_a_clean_diff(checkout: Checkout) -> None:
    """The author says that the models were renamed; each knows its own successor."""
    checkout.define("tiny", TINY.replace('"Tiny"', '"Teeny"'))
    assert checkout.run("diff").code == 1
    assert checkout.run("generate", "--renamed").code == 2
    assert checkout.run("generate", "--retire", "--renamed").code == 0
    assert 'why="the repo was renamed"' in _definition(checkout)
    assert checkout.run("diff").code == 0
    program = "from generated import Models; print(Models.TINY_1_2B_BNB)"
    assert checkout.python("-W", "ignore", "-c", program).out == "unsloth/Teeny-1-2B-bnb-4bit\n"
    checkout.commit()
    checkout.define("tiny", _definition(checkout).replace('"Teeny"', '"Wee"'))
    assert checkout.run("generate", "--retire", "--renamed").code == 0
    assert checkout.python("-W", "ignore", "-c", program).out == "unsloth/Wee-1-2B-bnb-4bit\n"
    assert checkout.run("diff").code == 0


def test_what_the_hub_renamed_is_replaced(checkout: Checkout) -> None:
    lock = {
        "verified": "2026-11-25",
        "models": {"unsloth/Tiny-1-1B": {"verdict": "renamed", "canonical": "unsloth/Teeny-1-1B"}},
    }
    (checkout.root / "definitions" / "hub.lock.json").write_text(json.dumps(lock))
    checkout.define("tiny", TINY.replace('"Tiny"', '"Teeny"'))
    done = checkout.run("generate")
    assert done.err.startswith(
        "TINY_1_1B = unsloth/Tiny-1-1B would vanish; unsloth/Teeny-1-1B replaces it\n"
        "TINY_1_1B_BNB = unsloth/Tiny-1-1B-bnb-4bit would vanish\n"
    )
    assert checkout.run("generate", "--retire").code == 0
    assert _definition(checkout).count("replaced_by=") == 1


def test_letter_case_is_no_other_model(checkout: Checkout) -> None:
    checkout.define("tiny", TINY.replace('"Tiny"', '"TINY"').replace("[NONE, BNB]", "[NONE]"))
    checkout.run("generate", "--retire")
    source = _definition(checkout)
    assert source.count("replaced_by=") == 2
    assert 'replaced_by="unsloth/TINY-1-1B"' in source


@pytest.mark.parametrize(
    ("before", "after", "replaced"),
    [
        (
            ["Alpha-Code", "Beta-Chat"],
            ["Alpha-Coder", "Beta-Chatty"],
            {"ALPHA_CODE": "ALPHA_CODER", "BETA_CHAT": "BETA_CHATTY"},
        ),
        (["A-Chat", "B-Code"], ["X-Code", "Y-Chat"], {"A_CHAT": "Y_CHAT", "B_CODE": "X_CODE"}),
        (["A-Chat", "B-Chatter"], ["A-Chatty"], {"A_CHAT": "A_CHATTY", "B_CHATTER": None}),
        (["A-Chat"], ["A-Chatty", "Z-Other"], {"A_CHAT": "A_CHATTY"}),
    ],
)
def test_the_ids_most_alike_go_together(
    checkout: Checkout, before: list[str], after: list[str], replaced: dict[str, str | None]
) -> None:
    checkout.define("two", _named(before))
    checkout.run("generate")
    checkout.commit()
    checkout.define("two", _named(after))
    assert checkout.run("generate", "--retire", "--renamed").code == 0
    table = (checkout.root / "generated" / "_retired.py").read_text("utf-8")
    found = re.findall(r'\("([A-Z_]+)", "unsloth/.*, (?:"([A-Z_]+)"|None)\)', table)
    assert {name: new or None for name, new in found} == replaced


def _named(names: list[str]) -> str:
    """A definition file with a model of each base name."""
    definition = '{0} = ModelMeta(org="acme", base_name="{1}", quant_types=[NONE], original=None)'
    metas = [definition.format(name.replace("-", "_").upper(), name) for name in names]
    return "\n".join([*TWO.split("\n\n")[:2], *metas, ""])


def test_another_modifier_is_another_model(checkout: Checkout) -> None:
    plain = TINY.replace("BNB", "GGUF").replace("[NONE, GGUF]", "[GGUF]")
    checkout.define("tiny", plain)
    checkout.run("generate", "--retire")
    checkout.commit()
    retired = _definition(checkout)
    checkout.define("tiny", retired.replace("original=None", 'modifier="128K", original=None', 1))
    assert checkout.run("generate", "--retire", "--renamed").code == 0
    assert "replaced_by" not in _definition(checkout)


def test_a_constant_renamed_is_replaced_by_the_same_id(checkout: Checkout) -> None:
    named = 'original=None, constants={"unsloth/Tiny-1-1B": "SMALLEST"}'
    checkout.define("tiny", TINY.replace("original=None", named))
    refused = checkout.run("generate")
    assert "TINY_1_1B = unsloth/Tiny-1-1B would be renamed to SMALLEST" in refused.err
    done = checkout.run("generate", "--retire")
    assert done.code == 0, done.err
    source = _definition(checkout)
    assert 'why="the constant was renamed"' in source
    assert 'name="TINY_1_1B"' in source and 'replaced_by="unsloth/Tiny-1-1B"' in source


def test_a_constant_added_by_hand_was_never_generated(checkout: Checkout) -> None:
    text = checkout.models.read_text("utf-8")
    mine = '    MINE = "me/mine"\n    """Mine."""\n\n    TINY_1_1B = '
    checkout.models.write_text(text.replace("    TINY_1_1B = ", mine, 1))
    checkout.commit()
    assert checkout.run("generate").code == 0
    assert checkout.models.read_text("utf-8") == text


def test_a_convention_that_keeps_constants_retires_ids(checkout: Checkout) -> None:
    checkout.define(
        "tiny", TINY.replace("original=None", 'name="{base_name}_{model_version}-{size}"')
    )
    done = checkout.run("generate")
    assert "TINY_1_1B = unsloth/Tiny-1-1B would become unsloth/Tiny_1-1B\n" in done.err
    assert checkout.run("generate", "--retire").code == 0
    changed = checkout.run("diff")
    assert "  ! TINY_1_1B: unsloth/Tiny-1-1B -> unsloth/Tiny_1-1B\n" in changed.out
    assert changed.code == 0


def test_two_ids_swapped_are_named_both(checkout: Checkout) -> None:
    checkout.define("two", TWO)
    checkout.run("generate")
    checkout.commit()
    swapped = TWO.replace('"A", ', '"A", constants={"unsloth/A": "B"}, ')
    checkout.define("two", swapped.replace('"B", q', '"B", constants={"unsloth/B": "A"}, q'))
    done = checkout.run("generate")
    assert done.code == 1
    assert done.err.startswith(
        "A = unsloth/A would become unsloth/B, and the old id B;"
        ' keep it with constants={"unsloth/A": "A"}\n'
        "B = unsloth/B would become unsloth/A, and the old id A;"
        ' keep it with constants={"unsloth/B": "B"}\n'
        "2 names of the committed output would be lost.\n"
    )
    assert checkout.run("generate", "--retire").code == 0
    assert checkout.run("diff").code == 1, "said or not, it breaks"


def test_a_publisher_renamed_loses_no_name(checkout: Checkout) -> None:
    """The constant of the original goes to the present id; the old id is listed as a former one."""
    one = '"""One."""\n\nfrom codegen.schema import GGUF, ModelMeta\n\n'
    meta = 'A = ModelMeta(org="{}", base_name="One", quant_types=[GGUF]{})\n'
    checkout.define("one", one + meta.format("old-lab", ""))
    assert checkout.run("generate").code == 0
    checkout.commit()
    checkout.define("one", one + meta.format("new-lab", ', former=["old-lab/{name}"]'))
    assert checkout.run("generate").code == 0
    written = (checkout.root / "generated" / "models.py").read_text("utf-8")
    assert 'ONE_ORIGINAL = "new-lab/One"' in written
    assert 'ONE_OLD_LAB = "old-lab/One"' in written
    checkout.define("one", one + meta.format("new-lab", ""))
    assert "ONE_ORIGINAL = old-lab/One would become new-lab/One\n" in checkout.run("generate").err


def test_a_name_that_another_id_would_take_over(checkout: Checkout) -> None:
    """unsloth/Tiny2.5 and unsloth/Tiny2-5 fold to one constant: whoever came first keeps it."""
    first = 'A = ModelMeta(org="x", base_name="Tiny2.5", quant_types=[NONE], original=None)\n'
    head = '"""Tiny."""\n\nfrom codegen.schema import NONE, ModelMeta\n\n'
    checkout.define("tiny2", head + first)
    checkout.run("generate")
    checkout.commit()
    checkout.define("a_tiny", head + first.replace("2.5", "2-5"))
    clash = checkout.run("generate")
    assert clash.code == 2
    assert "unsloth/Tiny2.5" in clash.err and "unsloth/Tiny2-5" in clash.err
    renamed = first.replace("original", 'constants={"unsloth/Tiny2.5": "TINY2_5_DOT"}, original')
    checkout.define("tiny2", head + renamed)
    lost = checkout.run("generate")
    assert lost.code == 1
    assert lost.err.startswith(
        "TINY2_5 = unsloth/Tiny2.5 would become unsloth/Tiny2-5, and the old id TINY2_5_DOT;"
        ' keep it with constants={"unsloth/Tiny2.5": "TINY2_5"}\n'
    )


def test_a_family_removed_gets_a_file_that_says_what_it_was(checkout: Checkout) -> None:
    checkout.define("two", TWO)
    checkout.run("generate")
    checkout.commit()
    (checkout.root / "definitions" / "two.py").unlink()
    done = checkout.run("generate")
    assert done.code == 1
    assert "A = unsloth/A would vanish\n" in done.err
    assert "Family.TWO would vanish: it no longer has a file\n" in done.err
    assert 'in a new file definitions/two.py:\n\n"""Two, by Acme."""\n' in done.err
    assert checkout.run("generate", "--retire").code == 0
    assert _definition(checkout, "two").startswith(
        '"""Two, by Acme."""\n\nfrom codegen.schema import Retired\n\nRETIRED = [\n    Retired('
    )
    assert checkout.run("diff").code == 0
    assert checkout.run("check").out == "1 family, 4 models; up to date\n"


def test_a_family_file_renamed_leaves_word_where_it_went(checkout: Checkout) -> None:
    path = checkout.root / "definitions" / "tiny.py"
    path.rename(path.with_name("teeny.py"))
    done = checkout.run("generate")
    assert done.code == 1
    assert done.err.startswith(
        "Family.TINY would vanish: it no longer has a file\n1 name of the committed"
    )
    assert checkout.run("generate", "--retire").code == 0
    assert _definition(checkout) == '"""Tiny, by Acme; now in Family.TEENY."""\n\nRETIRED = []\n'
    program = "from generated import Family; Family.TINY"
    told = checkout.python("-c", program).err
    message = "AttributeError: Family.TINY is retired: Tiny, by Acme; now in Family.TEENY"
    assert message in told


@pytest.mark.parametrize("schema", ["codegen.schema", "hubenum.schema"])
def test_what_is_to_be_pasted_imports_what_the_project_imports(
    checkout: Checkout, schema: str
) -> None:
    checkout.define("tiny", TINY.replace("codegen.schema", schema))
    checkout.define("two", TWO.replace("codegen.schema", schema))
    checkout.run("generate")
    checkout.commit()
    checkout.define("tiny", ONLY_1B.replace("codegen.schema", schema))
    (checkout.root / "definitions" / "two.py").unlink()
    done = checkout.run("generate")
    assert done.err.count(f"from {schema} import Retired\n") == 2
    assert done.err.count("schema") == 2
    assert checkout.run("generate", "--retire").code == 0
    text = (checkout.root / "definitions" / "two.py").read_text("utf-8")
    assert f"from {schema} import Retired\n" in text


def test_names_that_were_never_committed_may_go(checkout: Checkout) -> None:
    checkout.define("two", TWO)
    checkout.run("generate")
    (checkout.root / "definitions" / "two.py").unlink()
    assert checkout.run("generate").code == 0
    assert checkout.run("check").code == 0


def test_names_are_not_forgotten_with_the_output(checkout: Checkout) -> None:
    checkout.define("tiny", ONLY_1B)
    for damage in (lambda: checkout.models.write_text("class Models(\n"), checkout.models.unlink):
        damage()
        assert checkout.run("generate").err == LOST_2B


def test_without_git_a_broken_output_cannot_tell_and_says_so(plain: Checkout) -> None:
    plain.define("tiny", ONLY_1B)
    plain.models.write_text("class Models(\n")
    done = plain.run("generate")
    assert done.code == 0
    assert done.err == (
        "generated: line 1 of models.py: '(' was never closed;"
        " cannot tell whether names are lost.\n"
    )


def test_a_value_edited_by_hand_was_never_generated(plain: Checkout) -> None:
    text = plain.models.read_text("utf-8")
    plain.models.write_text(text.replace('"unsloth/Tiny-1-1B"', '"unsloth/Tiny-1-9B"'))
    assert plain.run("generate").code == 0
    assert plain.models.read_text("utf-8") == text


def test_a_list_that_cannot_be_edited_is_left_to_its_author(checkout: Checkout) -> None:
    odd = f"{ONLY_1B}\nRETIRED = list(())\n"
    path = checkout.define("tiny", odd)
    done = checkout.run("generate", "--retire")
    assert done.code == 2
    assert "RETIRED at line 14 is not written as a list" in done.err
    assert 'name="TINY_1_2B_BNB"' in done.err
    assert path.read_text("utf-8") == odd


def test_a_retirement_whose_successor_goes_too_is_carried_on(checkout: Checkout) -> None:
    checkout.define("tiny", TINY.replace('"2B"', '"3B"'))
    checkout.run("generate", "--retire")
    retired = _definition(checkout).replace(
        'repo_id="unsloth/Tiny-1-2B",',
        'repo_id="unsloth/Tiny-1-2B",\n        replaced_by="unsloth/Tiny-1-3B",',
    )
    checkout.define("tiny", retired)
    assert checkout.run("generate").code == 0
    checkout.commit()
    checkout.define("tiny", retired.replace('"1B", "3B"', '"1B"'))
    assert "unsloth/Tiny-1-3B would vanish" in checkout.run("generate").err
    assert checkout.run("generate", "--retire").code == 0
    table = (checkout.root / "generated" / "_retired.py").read_text("utf-8")
    assert (
        f'("TINY_1_2B", "unsloth/Tiny-1-2B", "it is no longer declared", "{TODAY}", None)' in table
    )


def _definition(checkout: Checkout, stem: str = "tiny") -> str:
    return (checkout.root / "definitions" / f"{stem}.py").read_text("utf-8")


def test_check_does_not_remember_what_was_committed_meanwhile(checkout: Checkout) -> None:
    """The same files as in a check that passed, but HEAD has a name now that they have not."""
    checkout.git("checkout", "--quiet", "-b", "more")
    checkout.define("two", TWO)
    checkout.run("generate")
    checkout.commit()
    checkout.git("checkout", "--quiet", "main")
    assert checkout.run("check").code == checkout.run("check").code == 0
    checkout.git("symbolic-ref", "HEAD", "refs/heads/more")
    assert "A = unsloth/A would vanish\n" in checkout.run("check").err


def test_line_ends_of_a_definition_stay(checkout: Checkout) -> None:
    path = checkout.define("tiny", ONLY_1B)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert checkout.run("generate", "--retire").code == 0
    edited = path.read_bytes()
    assert edited.count(b"\r\n") == edited.count(b"\n") and b"RETIRED" in edited


def test_the_docs_show_what_is_printed(checkout: Checkout) -> None:
    docs = (HOUSE / "docs" / "retiring.md").read_text("utf-8").replace("2026-11-25", TODAY)
    checkout.define("tiny", TINY.replace("[NONE, BNB]", "[NONE]"))
    checkout.run("generate", "--retire")
    checkout.commit()
    source = _definition(checkout).partition("\nRETIRED")[0].replace('["1B", "2B"]', '["1B"]')
    checkout.define("tiny", source.replace(", Retired", ""))
    printed = checkout.run("generate").err.replace("python -m codegen", "hubenum")
    assert f"$ hubenum generate\n{printed}```" in docs


def test_a_family_in_a_committed_file_never_leads_out_of_the_folder(checkout: Checkout) -> None:
    metadata = checkout.root / "generated" / "_metadata.py"
    metadata.write_text(metadata.read_text("utf-8").replace('"TINY"', '"../../ESCAPED"'))
    assert "ESCAPED" in metadata.read_text("utf-8")
    checkout.commit()
    checkout.define("tiny", ONLY_1B)
    outside = set(checkout.root.parent.iterdir())
    done = checkout.run("generate", "--retire")
    assert done.code == 0, done.err
    assert done.out.startswith("tiny.py: retired 2 names\n")
    assert set(checkout.root.parent.iterdir()) == outside
    assert {path.name for path in checkout.root.rglob("*escaped*")} == set()
    names = {path.name for path in (checkout.root / "definitions").iterdir()}
    assert names - {"__pycache__"} == {"tiny.py"}


def test_a_docstring_in_a_committed_file_is_text(checkout: Checkout) -> None:
    hostile = "''' + open('ran', 'w').write('') + '''\\\\\"\"\""
    checkout.define("two", TWO)
    checkout.run("generate")
    text = checkout.models.read_text("utf-8")
    assert "Two, by Acme." in text
    checkout.models.write_text(text.replace('"""Two, by Acme."""', repr(hostile)))
    checkout.commit()
    (checkout.root / "definitions" / "two.py").unlink()
    done = checkout.run("generate", "--retire")
    assert done.code in (0, 2) and not list(checkout.root.rglob("ran"))
    path = checkout.root / "definitions" / "two.py"
    if done.code == 0:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert checkout.run("generate").code == done.code


def test_retiring_is_all_or_nothing(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout.define("tiny", ONLY_1B)
    (checkout.root / "generated" / "subsets.py").unlink()
    (checkout.root / "generated" / "subsets.py").mkdir()
    before = checkout.snapshot()
    done = checkout.run("generate", "--retire")
    assert (done.code, done.out) == (2, "")
    assert f"{checkout.root}/generated/subsets.py: Is a directory\n" == done.err
    assert checkout.snapshot() == before


def test_definitions_run_once(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    load, expand = definitions.load_file, expansion.expand
    monkeypatch.setattr(
        definitions,
        "load_file",
        lambda path, *a, **k: counted.append(path.name) or load(path, *a, **k),
    )
    monkeypatch.setattr(
        expansion, "expand", lambda *a, **k: counted.append("expand") or expand(*a, **k)
    )
    checkout.define("tiny", ONLY_1B)
    for command in (["generate"], ["generate", "--retire"], ["check"], ["diff"]):
        counted.clear()
        checkout.run(*command)
        assert counted == ["tiny.py", "expand"], command
