"""Llama, by Meta."""

from codegen.schema import *

import os
import json as j
from pathlib import Path
from . import gemma
from .gemma import GEMMA
from ..codegen import files
from codegen.names import size

LLAMA_3_1 = ModelMeta(
    org="meta-llama",
    base_name="Llama",
    model_version="3.1",
    model_sizes=["8B", "70B"],
    quant_types=[NONE],
)
