"""Gemma, by Google."""

import os

from codegen.schema import *

GEMMA = ModelMeta(org="google", base_name="gemma", quant_type=[NONE])
