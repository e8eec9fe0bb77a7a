"""`python -m codegen` is the command `hubenum`."""

from .cli import main

main()
