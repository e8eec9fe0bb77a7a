"""The versions of installed distributions."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from codegen.installed import version_of


@pytest.mark.parametrize("name", ["black", "click", "huggingface_hub", "jinja2"])
def test_the_version_that_python_knows(name: str) -> None:
    assert version_of(name) == version(name)


@pytest.mark.parametrize(
    "folder",
    [
        "tiny_model-1.2.dev0+local.dist-info",
        "Tiny_Model-1.2.dev0+local.dist-info",
        "tiny-model-1.2.dev0+local-py3.11.egg-info",
    ],
)
def test_however_the_metadata_is_called(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "nowhere"), str(tmp_path), *sys.path])
    assert version_of("tiny_model") == "1.2.dev0+local"


def test_what_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tiny_model_extra-1.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(PackageNotFoundError):
        version_of("tiny_model")
