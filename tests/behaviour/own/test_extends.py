"""A project whose definitions extend another's, whose uploaders are several, or that is private."""

import re
import sys
from pathlib import Path

import pytest

from .conftest import TINY, Folder, Installed, files_of

HEAD = "from codegen.schema import BNB, GGUF, NONE, ModelMeta\n\n"
BASE = f'''"""Base, by Initech, in the uploads of Globex."""

{HEAD}
BASE_1 = ModelMeta(
    org="initech", base_name="Base", model_version="1", model_sizes=["1B", "2B"],
    quant_types=[NONE, BNB],
)
'''
OWN = f'''"""Finetunes, by Acme."""

{HEAD}
# From the upload that Globex made, and from the model of Initech itself.
TALK = ModelMeta(
    org="globex", base_name="Talk", model_sizes=["1B"], quant_types=[NONE, GGUF],
    original="globex/Base-1-1B",
)
CHAT = ModelMeta(
    org="initech", base_name="Chat", model_sizes=["2B"], quant_types=[NONE],
    original="initech/Base-1-2B",
)
'''
BOTH = """\
added base
CHAT_2B acme/Chat-2B ADDED initech/Base-1-2B
TALK_1B acme/Talk-1B ADDED globex/Base-1-1B
TALK_1B_GGUF acme/Talk-1B-GGUF ADDED globex/Base-1-1B
GLOBEX_BASE_1_1B globex/Base-1-1B BASE initech/Base-1-1B
GLOBEX_BASE_1_1B_BNB globex/Base-1-1B-bnb-4bit BASE initech/Base-1-1B
BASE_1_1B_ORIGINAL initech/Base-1-1B BASE None
GLOBEX_BASE_1_2B globex/Base-1-2B BASE initech/Base-1-2B
GLOBEX_BASE_1_2B_BNB globex/Base-1-2B-bnb-4bit BASE initech/Base-1-2B
BASE_1_2B_ORIGINAL initech/Base-1-2B BASE None
"""
SHOW = """
from acme_models.generated import Family, Models
print(*Family)
for m in Models:
    print(m.name, m, m.family.name, m.original)
"""


@pytest.fixture
def project(acme: Folder) -> Folder:
    """A project of Acme's that extends the definitions of Globex, which lie beside it."""
    acme.run("init")
    (acme.root / "acme_models" / "definitions" / "example.py").unlink()
    acme.write("acme_models/definitions/added.py", OWN)
    acme.write("../globex/definitions/__init__.py", 'UPLOADER = "globex"\n')
    acme.write("../globex/definitions/base.py", BASE)
    extend(acme, "../globex/definitions")
    return acme


def extend(folder: Folder, name: str) -> None:
    table = folder.root / "pyproject.toml"
    table.write_text(table.read_text() + f'extends = ["{name}"]\n')


def test_both_are_read_each_with_its_own_uploader(project: Folder, installed: Installed) -> None:
    theirs = files_of(project.root.parent / "globex")
    assert project.run("generate").out.startswith("2 families, 9 models; wrote ")
    assert project.run("check").code == 0
    done = installed.run(sys.executable, "-c", SHOW, cwd=project.root)
    assert (done.out, done.err) == (BOTH, "")
    assert files_of(project.root.parent / "globex") == theirs


def test_a_change_in_what_is_extended_is_noticed(project: Folder) -> None:
    project.run("generate")
    assert [project.run("check").code for _ in range(2)] == [0, 0]
    project.write("../globex/definitions/base.py", BASE.replace("[NONE, BNB]", "[NONE, BNB, GGUF]"))
    done = project.run("check")
    assert done.code == 1 and '+    GLOBEX_BASE_1_1B_GGUF = "globex/Base-1-1B-GGUF"\n' in done.out


@pytest.mark.parametrize(
    ("stem", "text", "said"),
    [
        ("base", TINY, "base: the family has a file already: {globex}/base.py\n    Give this one"),
        (
            "more",
            TINY.replace("Tiny", "Base").replace("NONE]", "NONE], model_sizes=['1B']"),
            "acme/Base-1-1B and globex/Base-1-1B ({globex}/base.py:6) are both named BASE_1_1B\n",
        ),
        (
            "more",
            BASE.replace("quant_types", "uploader='globex', quant_types"),
            "more: globex/Base-1-1B is declared twice, here and at {globex}/base.py:6 (base)\n",
        ),
    ],
    ids=["one file name", "one constant", "one id"],
)
def test_what_clashes_with_what_is_extended_is_refused(
    project: Folder, stem: str, text: str, said: str
) -> None:
    project.write(f"acme_models/definitions/{stem}.py", text)
    table = project.root / "pyproject.toml"
    table.write_text(table.read_text().replace("{owner}_{name}", "{name}"))
    done = project.run("generate")
    assert done.code == 2
    assert said.format(globex=project.root.parent / "globex" / "definitions") in done.err
    assert done.err.startswith(f"acme_models/definitions/{stem}.py")


def test_a_name_that_the_others_drop_is_retired_in_the_projects_own_definitions(
    project: Folder,
) -> None:
    project.run("generate")
    less = BASE.replace("[NONE, BNB]", "[NONE]")
    project.write("../globex/definitions/base.py", less)
    done = project.run("check")
    assert done.code == 1
    assert "GLOBEX_BASE_1_1B_BNB = globex/Base-1-1B-bnb-4bit would vanish\n" in done.err
    assert "in a new file acme_models/definitions/retired.py:\n" in done.err
    done = project.run("generate", "--retire")
    assert (done.code, done.err) == (0, "")
    assert project.run("check").code == 0
    assert (project.root.parent / "globex/definitions/base.py").read_text() == less
    assert (
        'name="GLOBEX_BASE_1_2B_BNB"'
        in (project.root / "acme_models/definitions/retired.py").read_text()
    )


def test_ours_are_extended_by_name_whatever_else_is_called_so(
    acme: Folder, installed: Installed
) -> None:
    acme.run("init")
    extend(acme, "hubenum")
    acme.write("definitions/__init__.py", 'UPLOADER = "nobody"\n')
    acme.write("definitions/nothing.py", TINY)
    done = installed.run("hubenum", "generate", cwd=acme.root)
    assert (done.code, done.err) == (0, "")
    program = (
        "from acme_models.generated import Models as theirs; from generated import Models as ours;"
        "print(len(theirs) - len(ours), theirs.UNSLOTH_LLAMA_3_1_8B_BNB, theirs.EXAMPLE_1_8B)"
    )
    shown = installed.run(sys.executable, "-c", program, cwd=acme.root)
    assert shown.out == "8 unsloth/Llama-3.1-8B-bnb-4bit acme/Example-1-8B\n"


def test_a_package_that_is_installed_is_extended_without_being_imported(
    project: Folder, installed: Installed, tmp_path: Path
) -> None:
    for name, text in {
        "globex_models/__init__.py": 'raise RuntimeError("not to be imported")\n',
        "globex_models/definitions/__init__.py": 'UPLOADER = "globex"\n',
        "globex_models/definitions/base.py": BASE,
    }.items():
        project.write(f"../site/{name}", text)
    table = project.root / "pyproject.toml"
    table.write_text(table.read_text().replace("../globex/", "globex_models."))
    paths = f"{installed.folder}:{tmp_path / 'site'}"
    done = installed.run("hubenum", "generate", cwd=project.root, PYTHONPATH=paths)
    assert done.out.startswith("2 families, 9 models; wrote ") and done.code == 0
    done = installed.run("hubenum", "generate", cwd=project.root)
    assert done.code == 2
    assert "extends: 'globex_models.definitions' does not exist\n" in done.err


def test_several_uploaders_in_one_project(acme: Folder, installed: Installed) -> None:
    acme.run("init", "--uploader", "acme")
    text = '''"""Two uploaders."""

from codegen.schema import GGUF, NONE, ModelMeta

ONE = ModelMeta(org="initech", base_name="One", quant_types=[NONE])
TWO = ModelMeta(org="initech", base_name="Two", quant_types=[GGUF], uploader="globex")
'''
    acme.write("acme_models/definitions/example.py", text)
    assert acme.run("generate").code == 0
    program = (
        "from acme_models.generated import Models, search_models;"
        "print(*Models); print(*search_models(org='globex'), Models.GLOBEX_TWO_GGUF.original)"
    )
    done = installed.run(sys.executable, "-c", program, cwd=acme.root)
    assert done.out == (
        "acme/One initech/One globex/Two-GGUF initech/Two\nglobex/Two-GGUF initech/Two\n"
    )


def test_some_families_of_anothers(acme: Folder) -> None:
    acme.run("init")
    extend(acme, "hubenum:rnj,seed_oss")
    assert acme.run("generate").out.startswith("3 families, ")
    text = (acme.root / "acme_models" / "generated" / "models.py").read_text("utf-8")
    assert '"EssentialAI/rnj-1-instruct"' in text and "Qwen/" not in text


@pytest.mark.parametrize("state", ["by its settings", "by the entry", "by nothing"])
def test_whose_uploads_others_declare(acme: Folder, state: str) -> None:
    """A project that `init` made states it; one made before, or by hand, may not."""
    acme.run("init")
    acme.write("../globex/definitions/base.py", BASE)
    if state == "by its settings":
        table = '[tool.hubenum]\ndefinitions = "definitions"\noutput = "o"\nuploader = "globex"\n'
        acme.write("../globex/pyproject.toml", table)
    entry = '{ from = "../globex/definitions", uploader = "globex" }'
    text = (acme.root / "pyproject.toml").read_text()
    name = entry if state == "by the entry" else '"../globex/definitions"'
    acme.write("pyproject.toml", f"{text}extends = [{name}]\n")
    done = acme.run("generate")
    if state == "by nothing":
        cure = entry.replace('"globex"', '"OWNER"')
        assert done.code == 2 and f"Write {cure} here" in done.err
        return
    assert (done.code, done.err) == (0, "")
    models = acme.root / "acme_models" / "generated" / "models.py"
    assert '"globex/Base-1-1B"' in models.read_text("utf-8")


def test_a_project_that_init_made_can_be_extended(acme: Folder) -> None:
    acme.run("init", "--uploader", "acme-research")
    other = acme.write("../other/pyproject.toml", "").parent
    extends = ["--extends", "../acme/acme_models/definitions"]
    done = acme.run("-C", str(other), "init", "--package", "other_models", *extends)
    assert (done.code, done.err) == (0, "")
    (other / "other_models" / "definitions" / "example.py").unlink()
    acme.write("../other/other_models/definitions/tiny.py", TINY)
    assert acme.run("-C", str(other), "generate").out.startswith("2 families, 9 models; wrote ")
    models = other / "other_models" / "generated" / "models.py"
    assert '"acme-research/Example-1-1B"' in models.read_text("utf-8")


def test_what_is_extended_is_installed_in_the_hook_and_the_workflows(
    project: Folder, installed: Installed, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    for name, text in {
        "globex_models/definitions/__init__.py": 'UPLOADER = "globex"\n',
        "globex_models/definitions/base.py": BASE,
        "globex_kit-2.1.dist-info/METADATA": "Name: globex-kit\nVersion: 2.1\n",
        "globex_kit-2.1.dist-info/top_level.txt": "globex_models\n",
        "globex_kit-2.1.dist-info/RECORD": "globex_models/definitions/base.py,,\n",
    }.items():
        project.write(f"../site/{name}", text)
    table = project.root / "pyproject.toml"
    table.write_text(table.read_text().replace("../globex/", "globex_models."))
    for name in ("hubenum.yml", "hubenum-nightly.yml"):
        (project.root / ".github" / "workflows" / name).unlink()
    (project.root / ".pre-commit-config.yaml").unlink()
    paths = f"{installed.folder}:{site}"
    assert installed.run("hubenum", "init", cwd=project.root, PYTHONPATH=paths).code == 0
    for name in ("hubenum.yml", "hubenum-nightly.yml"):
        text = (project.root / ".github" / "workflows" / name).read_text()
        assert re.search(r"pip install hubenum==\S+ globex-kit==2\.1\n", text)
    hook = (project.root / ".pre-commit-config.yaml").read_text()
    assert '"globex-kit==2.1"]\n' in hook


def test_the_nearest_project_wins(acme: Folder) -> None:
    acme.run("init")
    inner = acme.write("inner/pyproject.toml", "").parent
    done = acme.run("-C", str(inner), "init", "--package", "inner_models", "--uploader", "inner")
    assert done.code == 0
    assert acme.run("-C", str(inner), "generate").code == 0
    assert (inner / "inner_models" / "generated" / "models.py").is_file()
    assert not (acme.root / "acme_models" / "generated").exists()
    assert acme.run("-C", str(inner / "inner_models"), "check").code == 0


def test_the_same_uploader_may_be_stated_in_both_places(acme: Folder) -> None:
    acme.run("init")
    text = (acme.root / "pyproject.toml").read_text()
    acme.write("pyproject.toml", f'{text}uploader = "acme"\n')
    assert acme.run("generate").code == 0


@pytest.mark.parametrize(
    ("constants", "own", "others"),
    [
        ('{ others = "{owner}_{name}" }', "ONE_GGUF", "LM_STUDIO_ONE_GGUF"),
        ('{ others = "{name}_{owner}" }', "ONE_GGUF", "ONE_GGUF_LM_STUDIO"),
        (
            '{ own = "{owner}_{name}", others = "{owner}_{name}" }',
            "ACME_ONE_GGUF",
            "LM_STUDIO_ONE_GGUF",
        ),
        ('{ own = "MY_{name}", others = "{name}" }', "MY_ONE_GGUF", "ONE_GGUF"),
    ],
)
def test_equal_repo_names_of_two_uploaders(
    acme: Folder, constants: str, own: str, others: str
) -> None:
    """A second uploader renames nothing: a name depends on its own uploader only."""
    acme.run("init", "--uploader", "acme")
    text = (acme.root / "pyproject.toml").read_text()
    acme.write("pyproject.toml", text.replace('{ others = "{owner}_{name}" }', constants))
    one = '''"""One."""

from hubenum.schema import GGUF, ModelMeta

ONE = ModelMeta(org="initech", base_name="One", quant_types=[GGUF])
'''
    acme.write("acme_models/definitions/example.py", one)
    assert acme.run("generate").code == 0
    models = acme.root / "acme_models" / "generated" / "models.py"
    assert f'    {own} = "acme/One-GGUF"\n' in models.read_text("utf-8")
    second = one.replace("ONE = ", "TWO = ").replace("[GGUF]", '[GGUF], uploader="lm-studio"')
    acme.write("acme_models/definitions/example.py", one + second.partition("ModelMeta\n")[2])
    assert acme.run("generate").code == 0
    text = models.read_text("utf-8")
    assert f'    {own} = "acme/One-GGUF"\n' in text
    assert f'    {others} = "lm-studio/One-GGUF"\n' in text
    assert '    ONE_ORIGINAL = "initech/One"\n' in text
