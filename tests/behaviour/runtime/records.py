"""Families by hand, for tests of what is generated from them."""

from pathlib import Path

from codegen.models.model import Family, Model
from codegen.problem import Where
from codegen.schema import BUILT_IN

WHERE = Where(Path("definitions/sample.py"), 1)
HARD_TEXT = 'Says "hi", C:\\new\\U0, """quoted""", naïve – 模型,\nand a second line that ends in "'

TAGS = {
    "BNB": "-bnb-4bit",
    "UNSLOTH": "-unsloth-bnb-4bit",
    "GGUF": "-GGUF",
    "FP8": "-FP8",
    "NONE": "",
}


def model(
    path: str,
    constant: str,
    family: str,
    base_name: str,
    version: str | None,
    size: str | None,
    tag: str | None,
    *,
    quant: str = "NONE",
    modifier: str | None = None,
    original: str | None = None,
    is_original: bool = False,
    is_mirror: bool = False,
    modality: str = "text",
    billions: int | None = None,
    active_billions: int | None = None,
    summary: str | None = None,
) -> Model:
    """One record; what is not said is what it is for most."""
    bare = path.removesuffix(TAGS[quant])
    return Model(
        constant=constant,
        repo_id=path,
        family=family,
        base_name=base_name,
        series=base_name,
        version=version,
        size=size,
        instruct_tag=tag,
        modifier=modifier,
        quant_type=next(q for q in BUILT_IN if q.name == quant),
        is_multimodal=modality == "vision",
        modality=modality,
        original=original,
        is_original=is_original,
        is_mirror=is_mirror,
        stem=bare.removesuffix(f"-{modifier}") if modifier else bare,
        parameters=billions and billions * 10**9,
        active_parameters=active_billions and active_billions * 10**9,
        summary=summary,
        where=WHERE,
    )


def llama(version: str, size: str, tag: str | None, quants: str, modality: str) -> list[Model]:
    """The uploads of one Llama, then the publisher's own repo."""
    name = f"Llama-{version}-{size}{f'-{tag}' if tag else ''}"
    constant = name.upper().replace("-", "_").replace(".", "_")
    original = f"meta-llama/{name}"
    facts = ("llama", "Llama", version, size, tag)
    billions = int(size.partition("B")[0])
    uploads = [
        model(
            f"unsloth/{name}{TAGS[quant]}",
            constant + ("" if quant == "NONE" else f"_{quant}"),
            *facts,
            quant=quant,
            original=original,
            modality=modality,
            billions=billions,
        )
        for quant in quants.split()
    ]
    first = model(
        original,
        f"{constant}_ORIGINAL",
        *facts,
        is_original=True,
        modality=modality,
        billions=billions,
    )
    return [*uploads, first]


def gemma(path: str, constant: str, size: str, billions: int, **more: str | bool | None) -> Model:
    """An instruction-tuned Gemma 3; the bigger one sees."""
    original = f"google/gemma-3-{size}-it"
    facts = ("gemma", "gemma", "3", size, "it")
    modality = "text" if size == "1b" else "vision"
    return model(
        path,
        constant,
        *facts,
        original=None if path == original else original,
        modality=modality,
        billions=billions,
        **more,
    )  # type: ignore[arg-type]


FAMILIES = (
    Family(
        stem="gemma",
        summary="Gemma, by Google.",
        models=(
            gemma("unsloth/gemma-3-1b-it", "GEMMA_3_1B_IT", "1b", 1),
            gemma("google/gemma-3-1b-it", "GEMMA_3_1B_IT_ORIGINAL", "1b", 1, is_original=True),
            gemma(
                "google/gemma-3-1b-it-FP8",
                "GEMMA_3_1B_IT_FP8_ORIGINAL",
                "1b",
                1,
                quant="FP8",
                is_original=True,
            ),
            gemma("someone/gemma-3-1b-it", "GEMMA_3_1B_IT_SOMEONE", "1b", 1, is_mirror=True),
            gemma("unsloth/gemma-3-27b-it", "GEMMA_3_27B_IT", "27b", 27),
            gemma("unsloth/gemma-3-27b-it-GGUF", "GEMMA_3_27B_IT_GGUF", "27b", 27, quant="GGUF"),
            gemma(
                "unsloth/gemma-3-27b-it-qat-GGUF",
                "GEMMA_3_27B_IT_QAT_GGUF",
                "27b",
                27,
                quant="GGUF",
                modifier="qat",
            ),
            gemma("google/gemma-3-27b-it", "GEMMA_3_27B_IT_ORIGINAL", "27b", 27, is_original=True),
        ),
    ),
    Family(
        stem="llama",
        summary="Llama, by Meta.",
        models=(
            *llama("3.1", "8B", None, "NONE BNB UNSLOTH", "text"),
            *llama("3.1", "8B", "Instruct", "NONE BNB UNSLOTH GGUF", "text"),
            *llama("3.2", "1B", None, "NONE BNB UNSLOTH", "text"),
            *llama("3.2", "1B", "Instruct", "NONE BNB UNSLOTH GGUF", "text"),
            *llama("3.2", "11B", "Vision", "NONE BNB", "vision"),
        ),
    ),
    Family(
        stem="small_talk",
        summary='Small "talk", without originals.',
        models=(
            model(
                "unsloth/Talk-30B-A3B",
                "TALK_30B_A3B",
                *("small_talk", "Talk", None, "30B-A3B", None),
                billions=30,
                active_billions=3,
                summary=HARD_TEXT,
            ),
            model(
                "unsloth/Talk-30B-A3B-FP8",
                "TALK_30B_A3B_FP8",
                *("small_talk", "Talk", None, "30B-A3B", None),
                quant="FP8",
                billions=30,
                active_billions=3,
                summary="Says little.",
            ),
            model(
                "unsloth/talk-mini-GGUF",
                "TALK_MINI_GGUF",
                *("small_talk", "talk", None, "mini", None),
                quant="GGUF",
            ),
            model(
                "unsloth/talk-nano-FP8",
                "TALK_NANO_FP8",
                *("small_talk", "talk", None, "nano", None),
                quant="FP8",
                original="someone/talk-nano",
            ),
            model(
                "someone/talk-nano",
                "TALK_NANO_ORIGINAL",
                *("small_talk", "talk", None, "nano", None),
                is_original=True,
            ),
        ),
    ),
)
"""Three families: with and without originals, text and vision, one modifier, hard text."""
