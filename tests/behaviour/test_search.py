"""`search`, as people use it: on a project of theirs."""

import csv
import io
import json

import pytest

from .conftest import Project

BASE = "unsloth/Llama-3.1-8B"
UPLOADS = [BASE, f"{BASE}-bnb-4bit", f"{BASE}-unsloth-bnb-4bit"]
TUNED = [path.replace("8B", "8B-Instruct") for path in UPLOADS]
ORIGINALS = ["meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct"]
WHOLE = [*UPLOADS, ORIGINALS[0], *TUNED, ORIGINALS[1]]

SIZES = '''"""Qwen, by Alibaba, in sizes that hold each other's digits."""

from codegen.schema import GGUF, NONE, ModelMeta, Row

QWEN_2_5 = ModelMeta(
    org="Qwen",
    base_name="Qwen",
    model_sizes=["0.5B", "1B", "5B", "11B"],
    rows=[Row(versions=["2", "2.5"], quants=[NONE, GGUF])],
    name="{base_name}{model_version}-{size}",
    modality="vision",
)
'''


def paths(project: Project, *arguments: str) -> list[str]:
    done = project.run("search", *arguments, "--quiet")
    if done.out:
        assert (done.err, done.code) == ("", 0)
    else:
        assert done.err.startswith("Nothing found")
        assert done.code == 1
    return done.out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", WHOLE),
        ("llama 3.1 8b --sort name --limit 1", [ORIGINALS[0]]),
        ("--base-name llama --version 3.1 --max-parameters 9B", WHOLE),
        ("--min-parameters 9B", []),
        ("--exclude *-bnb-4bit --exclude meta-llama/*", [UPLOADS[0], TUNED[0]]),
        ("llama 3.1 8b --quant bnb", [UPLOADS[1], TUNED[1]]),
        ("llama31-8B --quant BNB --tag instruct", [TUNED[1]]),
        ("--quant bnb-4bit --quant unsloth --tag=", [UPLOADS[1], UPLOADS[2]]),
        ("LLAMA_3_1_8B_INSTRUCT", [TUNED[0], TUNED[1], TUNED[2], ORIGINALS[1]]),
        ("original", ORIGINALS),
        ("--org META-LLAMA", ORIGINALS),
        ("*-Instruct", [TUNED[0], ORIGINALS[1]]),
        ("unsloth/* *instruct* 4bit", TUNED[1:]),
        ("--size 8 --family LLAMA ", WHOLE),
        ("--multimodal", []),
        ("llama 3 --quant bnb", [UPLOADS[1], TUNED[1]]),
        ("1b", []),
        ("llama 3.2", []),
    ],
)
def test_words_wildcards_and_filters(project: Project, arguments: str, expected: list[str]) -> None:
    assert paths(project, *arguments.split()) == expected


@pytest.mark.parametrize(
    ("words", "sizes"),
    [("1b", "1B"), ("5b", "5B"), ("0.5b", "0.5B"), ("11B", "11B"), ("qwen2 1b", "1B")],
)
def test_no_number_is_cut(project: Project, words: str, sizes: str) -> None:
    project.define("qwen", SIZES)
    found = paths(project, *words.split(), "--quant", "none", "--org", "unsloth")
    versions = ["2"] if "qwen2" in words else ["2", "2.5"]
    assert sorted(found) == sorted(f"unsloth/Qwen{version}-{sizes}" for version in versions)


def test_the_table_and_its_forms_hold_the_same(project: Project) -> None:
    row = {
        "constant": "LLAMA_3_1_8B_INSTRUCT_BNB",
        "path": TUNED[1],
        "size": "8B",
        "quant": "BNB",
        "original": ORIGINALS[1],
    }
    words = ("search", "instruct", "--quant", "bnb")
    assert json.loads(project.run(*words, "--json").out) == [row]
    assert list(csv.DictReader(io.StringIO(project.run(*words, "--csv").out))) == [row]
    heading, _, line = project.run(*words).out.splitlines()
    assert heading.split() == list(row)
    assert line.split() == list(row.values())


def test_nothing_found_is_a_finding_in_every_form(project: Project) -> None:
    for form, out in (("--json", "[]\n"), ("--quiet", ""), ("--count", "0\n")):
        done = project.run("search", "mistral", form)
        assert (done.code, done.out) == (1, out)
        assert done.err == "Nothing found; no model matches 'mistral'.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("llama --json --csv", "--count, --quiet, --json and --csv exclude each other"),
        ("llama --count --limit 3", "--count counts all models: leave --limit out"),
        ("--multimodal --no-multimodal", "--multimodal and --no-multimodal exclude each other"),
        ("--gated --no-gated", "--gated and --no-gated exclude each other"),
        ("--min-parameters 9B --max-parameters 7B", "--min-parameters '9B' is above '7B'"),
        ("--size 8x", "--size '8x' is not a size"),
        ("--sort best", "--sort best needs words to search for"),
        ("--modality visoin", "'visoin' is not a modality"),
        ("--max-parameters 8", "--max-parameters '8' is not a number of parameters"),
    ],
)
def test_options_that_contradict_or_make_no_sense(
    project: Project, arguments: str, message: str
) -> None:
    done = project.run("search", *arguments.split())
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--family=lama", "no family 'lama'; did you mean llama?"),
        ("--quant=int3", "no quantization 'int3'; "),
    ],
)
def test_an_unknown_family_or_quantisation_is_no_empty_answer(
    project: Project, option: str, message: str
) -> None:
    done = project.run("search", option)
    assert done.code == 2
    assert message in done.err


def test_it_looks_in_the_definitions_and_needs_no_output(project: Project) -> None:
    """Not in the package that hubenum brings, nor in a stale or broken one of the project."""
    assert not project.models.exists()
    assert paths(project, "gemma") == []
    project.models.parent.mkdir()
    project.models.write_text("class Models(")
    before = project.snapshot()
    assert paths(project, "original") == ORIGINALS
    assert project.snapshot() == before


def test_a_console_that_is_not_utf_8(project: Project) -> None:
    words = ("search", "llama")
    plain = project.run(*words, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (plain.code, plain.err) == (0, "8 models\n")
    assert plain.out.isascii()
    assert all(path in plain.out for path in WHOLE)


def test_a_pipe_that_closes_early_is_no_error(project: Project) -> None:
    done = project.python(
        "-c",
        "import subprocess, sys;"
        "words = [sys.executable, '-m', 'codegen', 'search', '-q'];"
        "p = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE);"
        "p.stdout.close(); print(p.stderr.read())",
    )
    assert done.out == "b''\n"
