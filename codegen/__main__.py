"""`python -m codegen` is the command `hubenum`."""

import sys

try:
    from .cli.main import main
except KeyboardInterrupt:  # while it was imported
    sys.stderr.write("Interrupted; nothing was changed.\n")
    sys.exit(2)

main()
