"""Tags of quantizations in repo names."""

import pytest

from codegen.names.quant import in_words, split_quant, with_own
from codegen.schema import BNB_8BIT, MLX_4BIT, MLX_8BIT, Quant


def test_the_quantization_that_is_written_with_a_tag_has_it() -> None:
    assert split_quant("Tiny-1B-8bit") == ("Tiny-1B", MLX_8BIT)
    own = with_own([BNB_8BIT.tagged("8bit")])
    assert split_quant("Tiny-1B-8bit", own) == ("Tiny-1B", BNB_8BIT)


def test_the_projects_own_comes_before_those_that_hubenum_brings() -> None:
    mine = Quant("OUR_AWQ", "AWQ", "AWQ with our kernels: acme-serve")
    assert split_quant("Tiny-1B-awq", with_own([mine])) == ("Tiny-1B", mine)
    assert split_quant("Tiny-1B-MLX-4bit", with_own([mine])) == ("Tiny-1B", MLX_4BIT)


@pytest.mark.parametrize(
    ("doc", "text"),
    [
        ("GGUF files: llama.cpp, Ollama", "GGUF files. Runs in llama.cpp, Ollama."),
        ("4-bit: vLLM; some layers in 16-bit", "4-bit; some layers in 16-bit. Runs in vLLM."),
        ("Repackaged files", "Repackaged files."),
    ],
)
def test_a_quantization_in_words(doc: str, text: str) -> None:
    assert in_words(Quant("X", "x", doc)) == text
