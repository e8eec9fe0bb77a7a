"""Llama, by Meta."""

from codegen.schema import verify

verify(__file__)
