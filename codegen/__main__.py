"""`python -m codegen` is the command `hubenum`."""

import sys

try:
    from .cli.main import main

    main()
except KeyboardInterrupt:  # before the command began; it handles those that come later
    sys.stderr.write("Interrupted.\n")
    sys.exit(2)
