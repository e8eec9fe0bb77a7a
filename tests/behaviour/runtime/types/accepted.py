"""A file that uses the package; every type checker accepts all of it."""

from typing import Literal, assert_type

from generated import Family, Models, QuantType, search_models
from generated.subsets import VisionModels


def takes_text(text: str) -> int:
    return len(text)


def sees(model: VisionModels) -> str:
    return model.value


def is_exact(model: Models, path: str) -> None:
    assert_type(model.value, str)
    assert_type(model.org, str)
    assert_type(model.family, Family)
    assert_type(model.base_name, str)
    assert_type(model.version, str | None)
    assert_type(model.size, str | None)
    assert_type(model.instruct_tag, str | None)
    assert_type(model.modifier, str | None)
    assert_type(model.quant_type, QuantType)
    assert_type(model.is_multimodal, bool | None)
    assert_type(model.modality, str | None)
    assert_type(model.is_original, bool)
    assert_type(model.is_mirror, bool)
    assert_type(model.parameters, int | None)
    assert_type(model.active_parameters, int | None)
    assert_type(model.summary, str | None)
    assert_type(model.hub_url, str)
    assert_type(model.original, Models | None)
    assert_type(model.variants, tuple[Models, ...])
    assert_type(model.unquantized, Models | None)
    assert_type(model.with_quant(QuantType.GGUF), Models)
    assert_type(model.find("/"), int)
    assert_type(model.upper(), str)
    assert_type(Models(path), Models)
    assert_type(Models[path], Models)
    assert_type(Models.find(path), Models)
    assert_type(list(Models), list[Models])
    assert_type(search_models(size="8B", quant_types=QuantType.BNB), list[Models])
    assert_type(search_models(size=8, quant_types=[QuantType.BNB]), list[Models])
    assert_type(Family(path), Family)
    assert_type(QuantType(path), QuantType)
    for each in Models:
        assert_type(each, Models)
    takes_text(model)
    takes_text(model.name)


ONE = Models.LLAMA_3_1_8B_INSTRUCT_BNB
assert_type(ONE.value, str)
assert_type(ONE.org, str)
assert_type(ONE.quant_type, QuantType)
assert_type(ONE.original, Models | None)
assert_type(ONE.variants, tuple[Models, ...])
assert_type(ONE.with_quant(QuantType.GGUF), Models)
takes_text(ONE)
sees(Models.LLAMA_3_2_11B_VISION)


def only(model: Literal[Models.LLAMA_3_1_8B, Models.LLAMA_3_2_1B]) -> int:
    match model:
        case Models.LLAMA_3_1_8B:
            return 1
        case Models.LLAMA_3_2_1B:
            return 2


only(Models.LLAMA_3_1_8B)
