"""`with_quant` of every model of the real package."""

from generated import Models, QuantType


def test_what_is_listed_is_there_and_what_is_refused_is_not_listed() -> None:
    refusals: set[tuple[str, str]] = set()
    for model in Models:
        for quant in QuantType:
            try:
                assert model.with_quant(quant).quant_type is quant
            except ValueError as error:
                there = str(error).partition("; there are: ")[2].partition("; with ")[0]
                assert quant.name not in there.split(", "), error
                refusals.add((model.name, there))
    for name, there in refusals:
        assert there, name
        for quant_name in there.split(", "):
            assert Models[name].with_quant(quant_name).quant_type is QuantType[quant_name]
