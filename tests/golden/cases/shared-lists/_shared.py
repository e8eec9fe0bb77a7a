"""Lists that definitions share."""

from codegen.schema import BNB, NONE

PLAIN = [NONE, BNB]
SIZES = ["2b", "7b"]
