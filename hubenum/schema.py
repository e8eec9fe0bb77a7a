"""What a definition may say: the same objects as in `codegen.schema`."""

import codegen

from ._origin import check_origin

check_origin(codegen)

from codegen import schema as _schema  # noqa: E402
from codegen.quantization import *  # noqa: E402, F403  # mypy does not see them in the schema
from codegen.schema import *  # noqa: E402, F403

__all__: list[str] = []
__all__ += _schema.__all__
