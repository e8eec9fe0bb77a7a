"""Llama, by Meta."""

from codegen.schema import Retired

OLD = [Retired(name="LLAMA_1", repo_id="unsloth/Llama-1", why="it is gone", since="2026-11-25")]
RETIRED = [Retired(name="LLAMA_2", repo_id="unsloth/Llama-2", why="it is gone", since="2026-11-25")]
RETIRED = []
