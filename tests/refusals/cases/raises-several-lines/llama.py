"""Llama, by Meta."""

raise ValueError("\x1b[31mred\n::error::forged hf_abcdefghijkl")
