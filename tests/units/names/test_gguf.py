"""The names of GGUF files: their quantization, and which belong together."""

import pytest

from codegen.names.gguf import GGUFFile, gguf_files


@pytest.mark.parametrize(
    ("name", "quant"),
    [
        ("Llama-3.1-8B-Instruct-Q4_K_M.gguf", "Q4_K_M"),
        ("qwen2.5-7b-instruct-q4_k_m.gguf", "Q4_K_M"),
        ("llama-2-7b.Q5_0.gguf", "Q5_0"),
        ("gemma-3-4b-it-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("gemma-3-4b-it-IQ4_NL.gguf", "IQ4_NL"),
        ("DeepSeek-R1-UD-IQ1_S.gguf", "UD-IQ1_S"),
        ("BitNet-TQ1_0.gguf", "TQ1_0"),
        ("Qwen3-8B-BF16.gguf", "BF16"),
        ("model-f16.gguf", "F16"),
        ("gpt-oss-20b-MXFP4.gguf", "MXFP4"),
        ("QwQ-32B-Q2_K_L.GGUF", "Q2_K_L"),
        ("gemma-Q4_0/gemma.gguf", "Q4_0"),
        ("Q8_0/gemma-Q4_0.gguf", "Q4_0"),
        ("Q2.5-model.gguf", None),
        ("mmproj-F16.gguf", None),
        ("mmproj/mmproj-BF16.gguf", None),
        ("vision/mmproj-BF16.gguf", None),
        ("Q4_0/model-imatrix.gguf", None),
        ("plain.gguf", None),
    ],
)
def test_quant(name: str, quant: str | None) -> None:
    assert gguf_files([name]) == (GGUFFile(name, quant, 1),)


def test_parts_are_one_file() -> None:
    names = [
        "README.md",
        "b/B-Q8_0-00002-of-00002.gguf",
        "b/B-Q8_0-00001-of-00002.gguf",
        "A-Q4_0.gguf",
        "imatrix_unsloth.dat",
    ]
    assert gguf_files(names) == (
        GGUFFile("A-Q4_0.gguf", "Q4_0", 1),
        GGUFFile("b/B-Q8_0-00001-of-00002.gguf", "Q8_0", 2),
    )
