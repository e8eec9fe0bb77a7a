"""X, by Y."""

from codegen.schema import *

A = ModelMeta("meta-llama", "Llama")
