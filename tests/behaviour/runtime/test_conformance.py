"""`Models` is a StrEnum in every way that can be seen."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from . import probes

PROBES = [
    name
    for name, probe in vars(probes).items()
    if callable(probe) and name != "outcome" and probe.__module__ == probes.__name__
]

RUN = """
import sys
sys.path[:0] = {folders!r}
import plain, probes, json
from generated import Models
probe = getattr(probes, {name!r})
print(json.dumps([probe(Models), probe(plain.Models)]))
"""

FALL_BACK = """
import sys
sys.version_info = (3, 99, 0, "final", 0)
"""

LATER_PATCH = """
import enum
type.__setattr__(enum.StrEnum, "_hashable_values_", [])
enum.EnumType.__contains__ = lambda cls, value: value in cls._hashable_values_
"""

UNKNOWN_STATE = """
import enum
type.__setattr__(enum.StrEnum, "_news_", [])
"""


def run(folder: Path, code: str) -> str:
    """The output of a fresh interpreter without site-packages."""
    command = [sys.executable, "-I", "-S", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def code(folder: Path, name: str) -> str:
    return RUN.format(folders=[str(folder), str(Path(__file__).parent)], name=name)


def test_there_are_probes() -> None:
    assert len(PROBES) >= 50


@pytest.mark.parametrize("name", PROBES)
def test_shows_what_a_strenum_shows(folder: Path, name: str) -> None:
    ours, plain = json.loads(run(folder, code(folder, name)))
    assert ours == plain


def test_members_are_made_when_asked_for(folder: Path) -> None:
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); from generated import Models\n"
    look = "print([n in vars(Models) for n in ('LLAMA_3_1_8B', 'GEMMA_3_1B_IT')])\n"
    code = f"{start}{look}Models.LLAMA_3_1_8B\n{look}len(Models)\n{look}"
    assert run(folder, code) == "[False, False]\n[True, False]\n[True, True]\n"


@pytest.mark.parametrize("other", ["", FALL_BACK])
def test_is_an_ordinary_enum_to_a_library_that_compares_types(folder: Path, other: str) -> None:
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); from generated import Models\n"
    ask = """
print(type(Models).__name__)
sys.modules["msgspec"] = sys
print(getattr(Models, "__origin__", None), type(Models).__name__, len(Models))
print(Models.LLAMA_3_1_8B.original)
try:
    Models["LLAMA_3_1_8"]
except KeyError as error:
    print(error)
if sys.hexversion < 0x30C0000:
    try:
        Models.LLAMA_3_1_8
    except AttributeError as error:
        print(error)
"""
    lines = run(folder, other + start + ask).splitlines()
    assert lines[:3] == ["_LazyEnumType", "None EnumType 34", "meta-llama/Llama-3.1-8B"]
    for line in lines[3:]:
        assert line.startswith("Models has no member 'LLAMA_3_1_8'; closest: LLAMA_3_1_8B, ")


def test_the_import_brings_nothing_that_enum_does_not(folder: Path) -> None:
    code = f"""
import sys, enum
sys.path.insert(0, {str(folder)!r})
before = {{*sys.modules}}
import generated
generated.Models.LLAMA_3_1_8B, generated.Family.LLAMA, generated.QuantType.BNB
print(sorted({{*sys.modules}} - before))
generated.Models.LLAMA_3_1_8B.family
print("generated._metadata" in sys.modules)
"""
    expected = "['generated', 'generated._lazy', 'generated._runtime', 'generated.models']\nTrue\n"
    assert run(folder, code) == expected


@pytest.mark.parametrize("other", [FALL_BACK, UNKNOWN_STATE])
@pytest.mark.parametrize("name", ["iteration", "no_set_before", "directory_of_member", "pickles"])
def test_is_a_plain_enum_where_enum_is_not_known(folder: Path, name: str, other: str) -> None:
    probe = code(folder, name).replace("probe =", "assert '_pending_' not in vars(Models)\nprobe =")
    ours, plain = json.loads(run(folder, other + probe))
    assert ours == plain


def test_serves_the_enum_of_later_patch_releases(folder: Path) -> None:
    look = f"""
import sys
sys.path.insert(0, {str(folder)!r})
from generated import Models
print(type(Models).__name__, {probes.VALUE!r} in Models, "nope" in Models)
"""
    assert run(folder, LATER_PATCH + look) == "_LazyEnumType True False\n"


def test_survives_pickling_into_a_cold_process(folder: Path) -> None:
    start = f"import sys, pickle; sys.path.insert(0, {str(folder)!r})\n"
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        dump = "from generated import Models, Family, QuantType\n" + (
            f"print(pickle.dumps([Models.LLAMA_3_1_8B, Family.LLAMA, QuantType.BNB], {protocol}))"
        )
        load = f"found = pickle.loads({run(folder, start + dump).strip()})\n" + (
            "from generated import Models, Family, QuantType\n"
            "print([a is b for a, b in zip(found, [Models.LLAMA_3_1_8B, Family.LLAMA,"
            " QuantType.BNB])], found[0].quant_type is QuantType.NONE)"
        )
        assert run(folder, start + load) == "[True, True, True] True\n"


RACE = """
import sys, threading
sys.path.insert(0, {folder!r})
sys.setswitchinterval(1e-6)
import plain
names = [m.name for m in plain.Models]

def look_up(Models):
    return [getattr(Models, name) for name in names]

def go_through(Models):
    return list(Models)

def go_back(Models):
    return [Models[name] for name in reversed(names)][::-1]

for looks in ([look_up] * 8, [go_through] * 8, [look_up, go_through, go_back] * 3):
    for _ in range(40):
        for module in [name for name in sys.modules if name.startswith("generated")]:
            del sys.modules[module]
        from generated import Models
        gate, found = threading.Barrier(len(looks)), []
        def run(look):
            gate.wait()
            found.append(look(Models))
        threads = [threading.Thread(target=run, args=[look]) for look in looks]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        found.append(list(Models))
        assert len(found) == len(looks) + 1
        for other in found[1:]:
            assert all(a is b for a, b in zip(found[0], other, strict=True))
        assert [m.name for m in Models] == names
        assert len(Models) == len(names) == len(Models.__members__)
print("one object per member")
"""


def test_racing_threads_agree_on_one_object_per_member(folder: Path) -> None:
    assert run(folder, RACE.format(folder=str(folder))) == "one object per member\n"
