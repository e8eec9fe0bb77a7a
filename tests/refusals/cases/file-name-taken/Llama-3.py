"""Llama 3, by Meta."""
