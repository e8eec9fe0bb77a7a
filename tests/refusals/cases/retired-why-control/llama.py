"""Llama, by Meta."""

from codegen.schema import Retired

RETIRED = [
    Retired(name="LLAMA_1", repo_id="unsloth/Llama-1", why="\x1b[31mgone", since="2026-11-25"),
    Retired(name="LLAMA_2", repo_id="unsloth/Llama-2", why="\ud800", since="2026-11-25"),
    Retired(name="LLAMA_3", repo_id="unsloth/Llama-3", why="gone\r::error::", since="2026-11-25"),
]
