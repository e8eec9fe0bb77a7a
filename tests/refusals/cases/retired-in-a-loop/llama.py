"""Llama, by Meta."""

from codegen.schema import Retired

for name in ("LLAMA_1", "LLAMA_2"):
    RETIRED = [Retired(name=name, repo_id="unsloth/Llama", why="it is gone", since="2026-11-25")]
