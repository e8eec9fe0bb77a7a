"""What happens to code that uses a retired name."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.importing import imported

from .conftest import LLAMA, PYPROJECT, Project

RETIRED = LLAMA.replace("ModelMeta\n", "ModelMeta, Retired\n") + """
RETIRED = [
    Retired(
        name="LLAMA_OLD",
        repo_id="unsloth/Meta-Llama-3.1-8B",
        why="the repo was renamed",
        since="2025-01-31",
        replaced_by="unsloth/Llama-3.1-8B",
    ),
    Retired(
        name="LLAMA_OLDER",
        repo_id="unsloth/Meta-Llama-3.1-8B-old",
        why="the repo was renamed",
        since="2024-01-31",
        replaced_by="unsloth/Meta-Llama-3.1-8B",
    ),
    Retired(
        name="LLAMA_GONE",
        repo_id="unsloth/Llama-gone",
        why='"withdrawn" by its publisher',
        since="2025-01-31",
    ),
    Retired(
        name="LLAMA_THREE_ONE",
        repo_id="unsloth/Llama-3.1-8B-Instruct",
        why="the constant was renamed",
        since="2025-01-31",
        replaced_by="unsloth/Llama-3.1-8B-Instruct",
    ),
    Retired(
        name="LLAMA_3_1_8B_BNB",
        repo_id="unsloth/llama-3.1-8b-bnb-4bit",
        why="the Hub says so",
        since="2025-01-31",
        replaced_by="unsloth/Llama-3.1-8B-bnb-4bit",
    ),
]
"""

ASK = """
import warnings
from pathlib import Path
from generated import Family, Models, search_models

def ask(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = str(call())
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
            assert error.__suppress_context__ or error.__context__ is None, result
    return result, [
        (w.category.__name__, Path(w.filename).name, w.lineno, str(w.message)) for w in caught
    ]

"""

WARNED = (
    "Models.LLAMA_OLD is retired since 2025-01-31: the repo was renamed; "
    "use Models.LLAMA_3_1_8B ('unsloth/Llama-3.1-8B')"
)
GONE = 'Models.LLAMA_GONE is retired since 2025-01-31: "withdrawn" by its publisher'


Warned = tuple[str, str, int, str]
"""Category, file, line and message of a warning."""

Ask = Callable[[str], tuple[str, list[Warned]]]
"""An expression -> what it gives, as text, and what it warns of."""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("acme"))
    (project.root / "definitions").mkdir()
    (project.root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    project.define("llama", RETIRED)
    project.define("gone", '"""Gone, by nobody."""\n\nRETIRED = []\n')
    done = project.run("generate")
    assert (done.code, done.err) == (0, ""), done.err
    return project


@pytest.fixture(scope="module")
def ask(generated: Project) -> Iterator[Ask]:
    def evaluate(expression: str) -> tuple[str, list[Warned]]:
        program = f"{ASK}call = lambda: (\n{expression}\n)\nresult = ask(call)"
        namespace: dict[str, Any] = {}
        exec(compile(program, "program.py", "exec"), namespace)
        return namespace["result"]  # type: ignore[no-any-return]

    with imported(generated.root):
        yield evaluate


LINE = ASK.count("\n") + 2
"""The line of the program that the expression stands in."""


def warned(message: str) -> list[Warned]:
    return [("DeprecationWarning", "program.py", LINE, message)]


def test_by_name_it_is_its_replacement_with_a_warning_at_the_caller(ask: Ask) -> None:
    for access in ("Models.LLAMA_OLD", "Models['LLAMA_OLD']", "getattr(Models, 'LLAMA_OLD')"):
        assert ask(access) == ("unsloth/Llama-3.1-8B", warned(WARNED))
    after_all = "list(Models) and Models.LLAMA_OLD"
    assert ask(after_all) == ("unsloth/Llama-3.1-8B", warned(WARNED))
    assert ask("Models.LLAMA_OLD is Models.LLAMA_3_1_8B") == ("True", warned(WARNED))


def test_what_replaced_it_may_itself_be_retired_since(ask: Ask) -> None:
    message = WARNED.replace("LLAMA_OLD", "LLAMA_OLDER").replace("2025", "2024")
    assert ask("Models.LLAMA_OLDER") == ("unsloth/Llama-3.1-8B", warned(message))


def test_by_path_and_find_too(ask: Ask) -> None:
    by_path = WARNED.replace(".LLAMA_OLD", "('unsloth/Meta-Llama-3.1-8B')")
    right = ("unsloth/Llama-3.1-8B", warned(by_path))
    assert ask("Models('unsloth/Meta-Llama-3.1-8B')") == right
    assert ask("Models.find('meta llama 3.1 8b')") == right
    assert ask("Models.find('llama old')") == ("unsloth/Llama-3.1-8B", warned(WARNED))


def test_without_a_replacement_the_error_says_why(ask: Ask) -> None:
    assert ask("Models.LLAMA_GONE") == (f"AttributeError: {GONE}", [])
    assert ask("Models['LLAMA_GONE']") == (f"KeyError: {GONE!r}", [])
    assert ask("hasattr(Models, 'LLAMA_GONE')") == ("False", [])
    by_path = GONE.replace(".LLAMA_GONE", "('unsloth/Llama-gone')")
    assert ask("Models('unsloth/Llama-gone')") == (f"ValueError: {by_path}", [])
    assert ask("Models.find('unsloth/llama gone')") == (f"ValueError: {by_path}", [])
    assert ask("Models.find('llama-gone')") == (f"ValueError: {GONE}", [])


def test_a_constant_can_be_retired_while_its_id_goes_on(ask: Ask) -> None:
    message = (
        "Models.LLAMA_THREE_ONE is retired since 2025-01-31: the constant was renamed; "
        "use Models.LLAMA_3_1_8B_INSTRUCT ('unsloth/Llama-3.1-8B-Instruct')"
    )
    assert ask("Models.LLAMA_THREE_ONE") == ("unsloth/Llama-3.1-8B-Instruct", warned(message))
    assert ask("Models('unsloth/Llama-3.1-8B-Instruct')") == ("unsloth/Llama-3.1-8B-Instruct", [])


def test_an_id_can_be_retired_while_its_constant_goes_on(ask: Ask) -> None:
    assert ask("Models.LLAMA_3_1_8B_BNB") == ("unsloth/Llama-3.1-8B-bnb-4bit", [])
    message = (
        "Models('unsloth/llama-3.1-8b-bnb-4bit') is retired since 2025-01-31: the Hub says so; "
        "use Models.LLAMA_3_1_8B_BNB ('unsloth/Llama-3.1-8B-bnb-4bit')"
    )
    right = ("unsloth/Llama-3.1-8B-bnb-4bit", warned(message))
    assert ask("Models('unsloth/llama-3.1-8b-bnb-4bit')") == right


def test_it_is_in_no_listing_search_or_completion(ask: Ask) -> None:
    listings = [
        "list(Models.__members__)", "[m.name for m in Models]", "dir(Models)", "len(Models)",
        "search_models(search_pattern='*Meta*')", "[f.name for f in Family]", "dir(Family)",
    ]  # fmt: skip
    for listing in listings:
        names, warnings = ask(listing)
        assert warnings == []
        assert not any(word in names for word in ("OLD", "GONE", "Meta")), listing
    assert ask("len(Models)") == ("8", [])


def test_a_family_without_models_is_retired_and_its_docstring_says_why(
    ask: Ask,
) -> None:
    assert ask("Family.GONE") == ("AttributeError: Family.GONE is retired: Gone, by nobody", [])
    assert ask("Family.LLAMA") == ("llama", [])


def test_a_name_that_never_was_fails_as_in_any_enum(ask: Ask) -> None:
    error, warnings = ask("Models.NEVER")
    assert error == "UnknownNameError: Models has no member 'NEVER'"
    assert warnings == []
    assert ask("Models['NEVER']") == (error.replace("NameError", "ItemError"), [])
    assert ask("getattr(Models, 'NEVER', 0)") == ("0", [])
    assert ask("Models.find('find')")[1] == []


def test_python_shows_the_warning_of_a_script_by_itself(generated: Project) -> None:
    script = generated.root / "script.py"
    script.write_text("from generated import Models\n\nprint(Models.LLAMA_OLD)\n")
    done = generated.python(str(script))
    assert done.out == "unsloth/Llama-3.1-8B\n"
    assert f"script.py:3: DeprecationWarning: {WARNED}\n  print(Models.LLAMA_OLD)\n" in done.err


def test_type_checkers_know_only_names_in_use(generated: Project) -> None:
    names = generated.models.read_text("utf-8")
    assert "LLAMA_3_1_8B_BNB = " in names
    assert "LLAMA_OLD" not in names and "LLAMA_GONE" not in names


def test_an_enum_that_is_not_lazy_answers_too(generated: Project) -> None:
    later = "import sys; sys.version_info = (3, 99, 0, 'final', 0)\n"
    asked = "from generated import Models; print(type(Models).__name__, Models.LLAMA_OLD)"
    done = generated.python("-c", later + asked)
    assert done.out == "_LazyEnumType unsloth/Llama-3.1-8B\n"
    assert f"<string>:2: DeprecationWarning: {WARNED}\n" in done.err


def test_the_newer_of_two_retirements_holds(tmp_path: Path) -> None:
    """One id was retired twice; of two entries of one day, the ids follow each other."""
    entry = 'Retired(name="{}", repo_id="unsloth/{}", why="new", since="{}", replaced_by="{}"),\n'
    base = "unsloth/Llama-3.1-8B"
    entries = [
        entry.format("TWICE", "Twice", "2025-02-01", base),
        entry.format("TWICE_OLD", "Twice", "2024-02-01", f"{base}-Instruct"),
        entry.format("FIRST", "First", "2025-03-01", "unsloth/Second"),
        entry.format("SECOND", "Second", "2025-03-01", base),
    ]
    project = Project.create(
        tmp_path / "acme",
        llama=LLAMA.replace("ModelMeta\n", "ModelMeta, Retired\n")
        + f"\nRETIRED = [\n{''.join(entries)}]\n",
    )
    assert project.run("generate").code == 0
    with imported(project.root) as generated:
        models = generated.Models
        with pytest.warns(DeprecationWarning):
            assert models("unsloth/Twice") == base, "the newer entry"
        for name in ("TWICE", "FIRST", "SECOND"):
            with pytest.warns(DeprecationWarning):
                assert getattr(models, name) == base
