"""X, by Y."""

from codegen.schema import *

A = ModelMeta(org=1 / 0)
