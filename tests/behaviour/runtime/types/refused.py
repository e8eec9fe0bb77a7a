"""A file that misuses the package; every type checker refuses each line that says so."""

from typing import Literal

from generated import Family, Models, QuantType, search_models
from generated.subsets import VisionModels


def takes_quant(quant: QuantType) -> str:
    return quant.value


def only(model: Literal[Models.LLAMA_3_1_8B]) -> str:
    return model.value


def sees(model: VisionModels) -> str:
    return model.value


def misuse(model: Models, path: str) -> None:
    print(Models.NOPE)  # refused
    print(Models.LLAMA_3_1_8B.nope)  # refused
    print(model.nope)  # refused
    takes_quant(Family.LLAMA)  # refused
    model.with_quant(Family.LLAMA)  # refused
    search_models(quant_types=[Family.LLAMA])  # refused
    search_models(sise="8B")  # refused
    search_models(is_multimodal="yes")  # refused
    only(Models.LLAMA_3_2_1B)  # refused
    only(model)  # refused
    sees(Models.LLAMA_3_1_8B)  # refused
    print(model.original.org)  # refused
    print(Models.find(8))  # refused
    model.org = path  # refused
    Models.LLAMA_3_2_1B = path  # refused
