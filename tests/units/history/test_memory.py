"""A memory of `check` never changes a verdict."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.history import memory
from codegen.history.memory import digest, recall, recording, remember
from codegen.project.config import Config


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("definitions", "generated"):
        (tmp_path / name).mkdir()
    (tmp_path / "definitions" / "llama.py").write_text("x = 1\n")
    (tmp_path / "generated" / "models.py").write_text("y = 1\n")
    return Config(tmp_path / "definitions", tmp_path / "generated", "unsloth")


@pytest.fixture
def place(config: Config) -> Path:
    """The file of a memory that was kept."""
    remember(config, "digest", "up to date")
    (place,) = (config.output.parent / "cache" / "hubenum" / "check").iterdir()
    assert recall(config, "digest") == "up to date"
    return place


def test_another_digest_is_not_remembered(config: Config, place: Path) -> None:
    assert recall(config, "other") is None
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def fifo(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def link(place: Path) -> None:
    place.rename(place.with_name("elsewhere"))
    place.symlink_to(place.with_name("elsewhere"))


def folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def of_another(place: Path) -> None:
    os.chown(place, 1234, 1234)


def text(content: str) -> Callable[[Path], object]:
    return lambda place: place.write_text(content)


@pytest.mark.parametrize(
    "damage",
    [
        fifo,
        link,
        folder,
        pytest.param(of_another, marks=pytest.mark.skipif(os.geteuid() != 0, reason="needs root")),
        text(""),
        text("[" * 100_000),
        text("[]"),
        text('{"digest": "digest"}'),
        text('{"digest": "digest", "summary": 1}'),
        text('{"digest": "digest", "summary": "\\u001b[2J"}'),
        lambda place: place.write_bytes(b"\xff"),
    ],
)
def test_a_damaged_memory_costs_time_only(
    config: Config, place: Path, damage: Callable[[Path], object]
) -> None:
    damage(place)
    assert recall(config, "digest") is None
    remember(config, "digest", "up to date")
    assert recall(config, "digest") in ("up to date", None)


def test_a_user_without_a_home_has_no_memory(
    config: Config, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    remember(config, "digest", "up to date")
    assert recall(config, "digest") is None
    assert not (tmp_path / "~").exists()


def test_a_path_is_never_content(config: Config) -> None:
    """Two folders whose paths and contents are the same bytes one after the other."""
    definitions = config.definitions
    (definitions / "llama.py").write_text("")
    before = digest(config)
    (definitions / "llama.py").write_bytes(b"\n" + os.fsencode(definitions / "more.py") + b"\n")
    one = digest(config)
    (definitions / "llama.py").write_text("")
    (definitions / "more.py").write_text("")
    two = digest(config)
    assert len({before, one, two}) == 3


@pytest.mark.parametrize("name", ["_shared.py", "hub.lock.json", "data/sizes.txt", "__init__.py"])
def test_everything_beside_the_definitions_counts(config: Config, name: str) -> None:
    before = digest(config)
    path = config.definitions / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("1")
    added = digest(config)
    path.write_text("2")
    assert len({before, added, digest(config)}) == 3


def test_the_versions_of_the_tools_count(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(config)
    monkeypatch.setattr(memory, "version_of", lambda tool: "0")
    assert digest(config) != before


def test_a_file_that_the_digest_does_not_cover_is_noticed(config: Config, tmp_path: Path) -> None:
    with recording(config) as is_covered:
        (config.definitions / "llama.py").read_text()
        sorted(config.definitions.glob("*"))
    assert is_covered()
    (tmp_path / "elsewhere.txt").write_text("1")
    with recording(config) as is_covered:
        (tmp_path / "elsewhere.txt").read_text()
    assert not is_covered()
    with recording(config) as is_covered:
        os.system("true")
    assert not is_covered()


def test_a_memory_is_read_as_it_was_written(config: Config, place: Path) -> None:
    assert json.loads(place.read_text()) == {"digest": "digest", "summary": "up to date"}
