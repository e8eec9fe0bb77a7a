"""Qwen, by Alibaba."""

from ._shared import SIZES
