"""Awkward names, generated and then imported: every one is a member with its exact value."""

import warnings

from tests.importing import imported

from .conftest import Project

HEAD = '"""Names."""\n\nfrom codegen.schema import BNB, GGUF, NONE, UNSLOTH, ModelMeta\n\n'

DIGITS = """
FOUR_M = ModelMeta(
    org="EPFL-VILAB", base_name="4M", model_version="21", model_sizes=["B", "XL"],
    quant_types=[NONE], name="{base_name}-{model_version}_{size}", original=None,
)
"""
ZERO_ONE = """
ZERO_ONE = ModelMeta(
    org="01-ai", base_name="01", model_sizes=["6B"], quant_types=[NONE], original=None
)
"""
KEYWORDS = "".join(f"""
{word.upper()}_ = ModelMeta(org="x", base_name="{word}", quant_types=[NONE], original=None)
""" for word in ("None", "True", "class", "match"))
LLAMA_3_2 = """
TEXT = ModelMeta(
    org="meta-llama", base_name="Llama", model_version="3.2", model_sizes=["1B", "3B"],
    quant_types=[NONE, BNB, UNSLOTH], original=None,
)
INSTRUCT = TEXT.but(instruct_tags=["Instruct"], quant_types=[NONE, BNB, UNSLOTH, GGUF])
VISION = ModelMeta(
    org="meta-llama", base_name="Llama", model_version="3.2", model_sizes=["11B", "90B"],
    instruct_tags=[None, "Instruct"], quant_types=[NONE, BNB, UNSLOTH], original=None,
    name="{base_name}-{model_version}-{size}-Vision-{instruct_tag}", is_multimodal=True,
)
"""


def members(project: Project) -> dict[str, str]:
    """Name and value of every member of the generated package."""
    project.run("generate")
    with warnings.catch_warnings(action="error"), imported(project.root) as generated:
        models = list(generated.Models)
        assert all(generated.Models(m.value) is m and generated.Models[m.name] is m for m in models)
        return {model.name: str(model) for model in models}


def test_a_name_with_a_leading_digit_does_not_depend_on_its_place(project: Project) -> None:
    project.define("llama", HEAD + DIGITS)
    alone = members(project)
    assert alone == {"MODEL_4M_21_B": "unsloth/4M-21_B", "MODEL_4M_21_XL": "unsloth/4M-21_XL"}
    project.define("llama", HEAD + ZERO_ONE + DIGITS)
    assert members(project) == {**alone, "MODEL_01_6B": "unsloth/01-6B"}


def test_words_of_python(project: Project) -> None:
    project.define("llama", HEAD + KEYWORDS)
    assert members(project) == {
        "NONE": "unsloth/None",
        "TRUE": "unsloth/True",
        "CLASS": "unsloth/class",
        "MATCH": "unsloth/match",
    }


def test_a_size_is_never_part_of_another(project: Project) -> None:
    project.define("llama", HEAD + LLAMA_3_2)
    project.run("generate")
    expected = [
        "unsloth/Llama-3.2-1B",
        "unsloth/Llama-3.2-1B-bnb-4bit",
        "unsloth/Llama-3.2-1B-unsloth-bnb-4bit",
        "unsloth/Llama-3.2-1B-Instruct",
        "unsloth/Llama-3.2-1B-Instruct-bnb-4bit",
        "unsloth/Llama-3.2-1B-Instruct-unsloth-bnb-4bit",
        "unsloth/Llama-3.2-1B-Instruct-GGUF",
    ]
    with imported(project.root) as generated:
        for size in ("1", 1, "1B", "1b"):
            found = generated.search_models(base_name="Llama", version="3.2", size=size)
            assert list(map(str, found)) == expected, size
