"""Two branches meet, in a real repository."""

from .conftest import TINY, Checkout


def _family(name: str) -> str:
    return TINY.replace("Tiny", name).replace("TINY", name.upper())


def _branches(checkout: Checkout, one: str, other: str) -> str:
    """Two branches that add a family each, merged into the second; what git says of it."""
    for name in (one, other):
        checkout.git("checkout", "--quiet", "-b", name, "main")
        checkout.define(name.lower(), _family(name))
        assert checkout.run("generate").code == 0
        checkout.commit(f"add {name}")
    return checkout.git("merge", "--no-edit", one)


def _conflicted(checkout: Checkout) -> bool:
    return "<<<<<<< " in checkout.models.read_text("utf-8")


def test_families_far_apart_merge_by_themselves(checkout: Checkout) -> None:
    checkout.define("middle", _family("Middle"))
    checkout.run("generate")
    checkout.commit("a family in between")
    said = _branches(checkout, "Alpha", "Zeta")
    assert "CONFLICT" not in said
    assert checkout.run("check").code == 0
    assert checkout.run("check").out == "4 families, 16 models; up to date\n"


def test_neighbours_conflict_in_what_is_generated_and_regenerating_settles_it(
    checkout: Checkout,
) -> None:
    said = _branches(checkout, "Alpha", "Beta")
    assert "CONFLICT (content): Merge conflict in generated/models.py" in said
    assert "definitions" not in said and _conflicted(checkout)
    checked = checkout.run("check")
    assert checked.code == 1
    assert "conflict markers of a merge; regenerate.\n" in checked.err
    assert checked.err.endswith("Repair with: python -m codegen generate\n")
    done = checkout.run("generate")
    assert (done.code, done.err) == (0, "")
    assert not _conflicted(checkout)
    assert checkout.run("check").out == "3 families, 12 models; up to date\n"


def test_a_family_that_the_other_side_had_is_not_lost_in_the_merge(checkout: Checkout) -> None:
    _branches(checkout, "Alpha", "Beta")
    (checkout.root / "definitions" / "alpha.py").unlink()
    for command in ("check", "generate"):
        done = checkout.run(command)
        assert done.code == 1
        assert "ALPHA_1_1B = unsloth/Alpha-1-1B would vanish\n" in done.err
        assert "Family.ALPHA would vanish: it no longer has a file\n" in done.err


def test_a_name_that_one_side_retired_may_go(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "-b", "retires")
    checkout.define("tiny", TINY.replace('"1B", "2B"', '"1B"'))
    checkout.run("generate", "--retire")
    checkout.commit("retire")
    checkout.git("checkout", "--quiet", "-b", "adds", "main")
    checkout.define("alpha", _family("Alpha"))
    checkout.run("generate")
    checkout.commit("add")
    checkout.git("merge", "--no-commit", "retires")
    done = checkout.run("generate")
    assert (done.code, done.err) == (0, "")
