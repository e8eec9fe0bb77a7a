"""Where git cannot say what is committed, the guard is not silently off."""

import os
import shutil

import pytest

from .conftest import TINY, Checkout

ONLY_1B = TINY.replace('["1B", "2B"]', '["1B"]')


def no_git(checkout: Checkout) -> dict[str, str]:
    (checkout.root / "empty").mkdir()
    return {"PATH": str(checkout.root / "empty")}


def broken(checkout: Checkout) -> dict[str, str]:
    shutil.rmtree(checkout.root / ".git")
    (checkout.root / ".git").mkdir()
    return {}


def of_another(checkout: Checkout) -> dict[str, str]:
    os.chown(checkout.root, 1234, 1234)
    return {}


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (no_git, "git cannot be run: No such file or directory"),
        (broken, "not a git repository (or any of the parent directories): .git"),
        pytest.param(
            of_another,
            "detected dubious ownership in repository at",
            marks=pytest.mark.skipif(os.geteuid() != 0, reason="needs root"),
        ),
    ],
)
def test_that_is_said_and_nothing_is_written(checkout, damage, reason: str) -> None:  # type: ignore[no-untyped-def]
    environment = damage(checkout)
    for definition in (TINY, ONLY_1B):
        checkout.define("tiny", definition)
        before = checkout.snapshot()
        for command in (["check"], ["generate"], ["generate", "--retire"]):
            done = checkout.run(*command, **environment)
            assert (done.code, done.out) == (2, "")
            assert done.err.startswith(f"generated: cannot tell whether names are lost: {reason}")
            assert done.err.endswith("check --no-git\n1 problem; nothing was changed.\n")
        assert checkout.snapshot() == before


def test_the_folder_can_stand_in(checkout: Checkout) -> None:
    environment = broken(checkout)
    assert checkout.run("check", "--no-git", **environment).code == 0
    checkout.define("tiny", ONLY_1B)
    for command in ("check", "generate"):
        done = checkout.run(command, "--no-git", **environment)
        assert done.code == 1
        assert "TINY_1_2B = unsloth/Tiny-1-2B would vanish\n" in done.err
    done = checkout.run("diff", "HEAD", **environment)
    assert (done.code, done.err) == (
        2,
        "HEAD: not a git repository (or any of the parent directories): .git\n",
    )


def test_nothing_is_committed_in_a_fresh_repository(plain: Checkout) -> None:
    plain.git("init", "--quiet")
    plain.define("tiny", ONLY_1B)
    done = plain.run("generate")
    assert (done.code, done.err) == (0, "")
