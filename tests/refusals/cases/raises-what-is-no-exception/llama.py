"""Llama, by Meta."""

raise GeneratorExit("stop")
