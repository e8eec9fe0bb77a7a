"""Versions and dates in repo names."""

import pytest

from codegen.names.version import read_version, without_date


@pytest.mark.parametrize(
    ("version", "name", "number", "date"),
    [
        ("3.1", "Llama-3.1-8B", "3.1", None),
        ("3_5", "InternVL3_5-14B", "3.5", None),
        ("1_5", "Llama-3_3-Nemotron-Super-49B-v1_5", "1.5", None),
        ("v0.3", "mistral-7b-v0.3", "0.3", None),
        ("V3.1-Terminus", "DeepSeek-V3.1-Terminus", "3.1", None),
        ("V4-Flash-0731", "DeepSeek-V4-Flash-0731", "4", "0731"),
        ("R1-0528", "DeepSeek-R1-0528", "R1", "0528"),
        ("R1-Zero", "DeepSeek-R1-Zero", "R1", None),
        ("4.5-Air", "GLM-4.5-Air", "4.5", None),
        ("4.0-h", "granite-4.0-h-350m", "4.0", None),
        ("K2.7-Code", "Kimi-K2.7-Code", "K2.7", None),
        ("3n", "gemma-3n-E2B-it", "3n", None),
        ("3.1", "Mistral-Small-3.1-24B-Instruct-2503", "3.1", "2503"),
        ("3", "Qwen3-4B-Instruct-2507", "3", "2507"),
        ("2507", "Devstral-Small-2507", "2507", "2507"),
        ("r-plus-08-2024", "c4ai-command-r-plus-08-2024", None, "08-2024"),
        ("2", "OLMo-2-0425-1B", "2", "0425"),
        ("beta", "Starling-LM-7B-beta", None, None),
        (None, "tinyllama-1431k", None, None),
    ],
)
def test_read_version(version: str | None, name: str, number: str | None, date: str | None) -> None:
    read = read_version(version, name)
    assert (read.number, read.date) == (number, date)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Qwen3-2507", "Qwen3"),
        ("2507-Qwen3", "Qwen3"),
        ("Grok-X-2507", "Grok-X"),
        ("Mistral-Small-3.1-2503", "Mistral-Small-3.1"),
        ("c4ai-command-r-08-2024", "c4ai-command-r"),
        ("OLMo-2-0425", "OLMo-2"),
        ("Qwen2.5-VL", "Qwen2.5-VL"),
        ("gpt-oss-9999", "gpt-oss-9999"),
    ],
)
def test_without_date(name: str, expected: str) -> None:
    assert without_date(name) == expected
