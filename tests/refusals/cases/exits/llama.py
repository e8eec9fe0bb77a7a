"""X, by Y."""

from codegen.schema import *

import sys

sys.exit()
