"""Lists of quantizations that many releases have in common."""

from codegen.schema import BNB, GGUF, NONE, UNSLOTH

PLAIN = [NONE, BNB]

# With the dynamic 4-bit upload beside the plain one.
DYNAMIC = [NONE, BNB, UNSLOTH]

ALL_FOUR = [NONE, BNB, UNSLOTH, GGUF]
