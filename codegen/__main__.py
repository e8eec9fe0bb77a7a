"""`python -m codegen` is the command `hubenum`."""

from .cli.main import main

main()
