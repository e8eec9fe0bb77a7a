"""`init`: what it writes, what it leaves alone, and what it refuses."""

from pathlib import Path

import pytest

from codegen.load.extends import stated_uploader
from codegen.project import write as init_write

from .conftest import TINY, Folder, files_of

WRITTEN = [
    "acme_models/__init__.py",
    "acme_models/definitions/__init__.py",
    "acme_models/definitions/example.py",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".github/workflows/hubenum.yml",
    ".github/workflows/hubenum-nightly.yml",
    "pyproject.toml",
]
TABLE = """\
[tool.hubenum]
definitions = "acme_models/definitions"
output = "acme_models/generated"
constants = { others = "{owner}_{name}" }
"""
NEXT = """
Next:
    hubenum generate    writes acme_models/generated
    hubenum check       compares it with the definitions

Then use it:

    from acme_models.generated import Models

Add your own families next to acme_models/definitions/example.py, or replace it.
"""


def test_an_empty_folder_becomes_a_project_that_works_at_once(acme: Folder) -> None:
    done = acme.run("init")
    assert (done.code, done.err) == (0, "")
    assert done.out == "".join(f"wrote    {name}\n" for name in WRITTEN) + NEXT
    assert sorted(files_of(acme.root)) == sorted(WRITTEN)
    assert (acme.root / "pyproject.toml").read_text("utf-8") == TABLE
    assert acme.run("generate").out.startswith("1 family, 8 models; wrote __init__.py, ")
    assert acme.run("check").out == "1 family, 8 models; up to date\n"
    text = (acme.root / "acme_models" / "generated" / "models.py").read_text("utf-8")
    assert '    EXAMPLE_1_8B_INSTRUCT_GGUF = "acme/Example-1-8B-Instruct-GGUF"\n' in text
    assert "ORIGINAL" not in text


def test_a_second_init_changes_nothing_and_makes_good_what_is_missing(acme: Folder) -> None:
    acme.run("init")
    acme.run("generate")
    before = files_of(acme.root)
    workflow = acme.root / ".github" / "workflows" / "hubenum.yml"
    workflow.unlink()
    done = acme.run("init")
    assert [line for line in done.out.splitlines() if "wrote" in line or "added" in line] == [
        "wrote    .github/workflows/hubenum.yml"
    ]
    assert files_of(acme.root) == before


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "other"\n\n[tool.black]\nline-length = 90\n',
        '[project]\nname = "other"  # no line end here',
        '[project]\r\nname = "other"\r\n',
        "",
        "# [tool.hubenum] is what is missing\n[tool]\nx.y = 1\n",
    ],
)
def test_a_pyproject_keeps_every_byte_and_gets_the_table(acme: Folder, text: str) -> None:
    acme.write("pyproject.toml", text)
    done = acme.run("init", "--package", "acme_models", "--uploader", "acme")
    assert "added to pyproject.toml\n" in done.out
    new = (acme.root / "pyproject.toml").read_bytes()
    assert new.startswith(text.encode())
    added = new[len(text.encode()) :].decode()
    assert added.replace("\r\n", "\n").lstrip("\n") == TABLE
    assert ("\r\n" in added) == ("\r\n" in text)
    assert acme.run("generate").code == 0


def test_what_is_there_is_left_and_what_it_lacks_is_said(acme: Folder) -> None:
    theirs = {
        ".gitattributes": "*.png binary\n",
        ".pre-commit-config.yaml": "repos: []\n",
        ".github/workflows/hubenum.yml": "name: mine\n",
        "acme_models/__init__.py": "X = 1\n",
        "pyproject.toml": "tool = {}\n",  # no table can follow that
    }
    for name, text in theirs.items():
        acme.write(name, text)
    done = acme.run("init")
    assert done.code == 0
    for name, text in theirs.items():
        assert (acme.root / name).read_text() == text
    assert "kept     acme_models/__init__.py\n" in done.out
    assert (
        "kept     .gitattributes; add to it:\n\n"
        "    acme_models/generated/.black-version text eol=lf linguist-generated=true\n"
    ) in done.out
    assert "kept     .pre-commit-config.yaml; add to it:\n\n      - repo: local\n" in done.out
    assert "kept     pyproject.toml; add to it:\n\n    [tool.hubenum]\n" in done.out


def test_definitions_that_are_there_already_are_enough(acme: Folder) -> None:
    acme.write("acme_models/definitions/tiny.py", TINY)
    acme.run("init")
    assert not (acme.root / "acme_models" / "definitions" / "example.py").exists()
    assert acme.run("generate").out.startswith("1 family, 1 model; wrote ")


@pytest.mark.parametrize(
    ("folder", "toml", "package", "uploader"),
    [
        ("acme", "", "acme_models", "acme"),
        ("Acme-Models", "", "acme_models", "acme"),
        ("whatever", '[project]\nname = "Big.Co-tools"\n', "big_co_tools", "big-co-tools"),
        ("7b", "", "my_7b_models", "my-7b"),
        ("models", "", "my_models", "my"),
        ("駱駝", "", "my_models", "my"),
    ],
)
def test_the_names_that_are_proposed(
    tmp_path: Path,
    folder: str,
    toml: str,
    package: str,
    uploader: str,
) -> None:
    place = Folder(tmp_path / folder)
    if toml:
        place.write("pyproject.toml", toml)
    assert place.run("init").code == 0
    settings = place.settings()
    assert settings["output"] == f"{package}/generated"
    assert stated_uploader(place.root / settings["definitions"]) == uploader
    assert place.run("generate").code == 0


def test_names_of_the_readers_choice_and_a_src_folder(acme: Folder) -> None:
    (acme.root / "src").mkdir()
    done = acme.run("init", "--package", "hub", "--uploader", "Acme-Research")
    assert "    from hub.generated import Models\n" in done.out
    assert acme.settings() == {
        "definitions": "src/hub/definitions",
        "output": "src/hub/generated",
        "constants": {"others": "{owner}_{name}"},
    }
    assert acme.run("generate").code == 0
    assert "Acme-Research/Example-1-1B" in (
        acme.root / "src" / "hub" / "generated" / "models.py"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("there", "arguments", "said"),
    [
        ({}, ["--package", "acme-models"], "--package: 'acme-models' is not the name of a package"),
        ({}, ["--package", "class"], "--package: 'class' is not the name of a package"),
        ({}, ["--package", "../x"], "--package: '../x' is not the name of a package"),
        ({}, ["--package", "generated"], "'generated' would be taken for another package"),
        ({}, ["--package", "json"], "'json' would be taken for another package"),
        ({}, ["--uploader", "a/b"], "--uploader: 'a/b' is not a namespace on the Hub"),
        ({}, ["--uploader", ""], "--uploader: '' is not a namespace on the Hub"),
        ({"acme_models.py": ""}, [], "acme_models.py: --package: this module would no longer"),
        ({"acme_models": ""}, [], "acme_models: --package: a file is where a folder belongs"),
        (
            {"acme_models/definitions/shapes.py": "X = 1\n"},
            [],
            "acme_models/definitions/shapes.py: --package: this file is not a definition",
        ),
        (
            {"acme_models/generated/models.py": "class User: ...\n"},
            [],
            "acme_models/generated/models.py: --package: `generate` would overwrite this file",
        ),
        ({"pyproject.toml": "[tool\n"}, [], "pyproject.toml: TOML: Expected ']'"),
        ({"pyproject.toml": TABLE}, ["--package", "hub"], "[tool.hubenum]: exists already"),
        ({".gitattributes/x": ""}, [], ".gitattributes: Is a directory"),
        ({".github": ""}, [], "Not a directory"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    acme: Folder, there: dict[str, str], arguments: list[str], said: str
) -> None:
    for name, text in there.items():
        acme.write(name, text)
    before = files_of(acme.root), sorted(acme.root.rglob("*"))
    done = acme.run("init", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert (files_of(acme.root), sorted(acme.root.rglob("*"))) == before


def test_a_failure_half_way_leaves_nothing_behind(
    acme: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme.write("pyproject.toml", '[project]\nname = "acme"\n')
    before = files_of(acme.root)

    def no_space(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(init_write, "replace_file", no_space)
    done = acme.run("init")
    assert done.code == 2 and "No space left on device" in done.err
    assert files_of(acme.root) == before
    assert [path.name for path in acme.root.iterdir()] == ["pyproject.toml"]


def test_a_linked_pyproject_stays_a_link(acme: Folder, tmp_path: Path) -> None:
    target = tmp_path / "shared.toml"
    target.write_text('[project]\nname = "acme"\n')
    (acme.root / "pyproject.toml").symlink_to(target)
    acme.run("init", "--package", "acme_models")
    assert (acme.root / "pyproject.toml").is_symlink()
    assert target.read_text("utf-8").endswith(TABLE)


def test_below_the_top_of_a_repository_it_says_what_has_to_move(
    acme: Folder, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    said = acme.run("init").out
    assert f"The repository begins at {tmp_path}: move .github and" in said
    for name in (".pre-commit-config.yaml", ".github/workflows/hubenum.yml"):
        assert "hubenum -C acme check" in (acme.root / name).read_text()


def test_a_readme_gets_the_marks_and_then_the_table(acme: Folder) -> None:
    acme.write("README.md", "# Acme\r\n")
    assert "added to README.md\n" in acme.run("init").out
    assert acme.settings()["readme"] == "README.md"
    done = acme.run("generate")
    assert (done.code, done.err) == (0, "")
    text = (acme.root / "README.md").read_bytes().decode()
    assert text.startswith("# Acme\r\n\r\n## Models\r\n") and "| Example, by acme | 8 |" in text
    acme.write("README.md", "# Acme\n")
    done = acme.run("check")
    assert done.code == 0
    assert done.err == (
        "README.md: no marks, so no table of families; add these lines:\n"
        "<!-- families: written by `hubenum generate` -->\n<!-- /families -->\n"
    )


def test_what_comes_with_hubenum_is_only_read(acme: Folder) -> None:
    assert acme.run("search", "LLAMA_3_1_8B").code == 0
    for arguments in (["verify", "--record"], ["verify", "--fix"], ["stats", "record"]):
        done = acme.run(*arguments)
        assert done.code == 2 and "Run `hubenum init` in the folder of your project" in done.err


@pytest.mark.parametrize(
    "settings",
    [
        'build-backend = "poetry.core.masonry.api"\n[tool.poetry]\npackages = ["acme", 3, {}]\n',
        'build-backend = "hatchling.build"\n[tool.hatch.build]\ntargets = "wheel"\n',
        'build-backend = "setuptools.build_meta"\n[tool.setuptools]\npackages = { find = 1 }\n',
        'build-backend = "uv_build"\n[tool.uv.build-backend]\nmodule-name = [1]\nmodule-root = 2\n',
        'build-backend = "pdm.backend"\n[tool.pdm]\nbuild = []\n[project]\nname = 3\n',
        "build-backend = 3\n",
    ],
)
def test_a_build_with_mistakes_is_no_reason_to_fail(acme: Folder, settings: str) -> None:
    acme.write("pyproject.toml", f"[build-system]\n{settings}")
    done = acme.run("init", "--package", "hub_models")
    assert done.code == 0 and "added to pyproject.toml\n" in done.out
    assert "Traceback" not in done.err
