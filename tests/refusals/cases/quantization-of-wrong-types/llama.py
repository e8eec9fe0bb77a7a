"""Llama, by Meta."""

from codegen.schema import Quant

EXQ4 = Quant("EXQ4", 4, "what it is: what runs it")
