"""`python -m hubenum` is the command `hubenum`."""

import sys

from ._origin import ROOT


def main() -> None:
    """Run the command line and exit."""
    # Before the working directory and PYTHONPATH, which may have a `codegen` of their own.
    sys.path.insert(0, ROOT.rstrip("/\\") or ROOT)
    try:
        from codegen.cli.main import main as run

        del sys.path[0]
        run()
    except KeyboardInterrupt:  # before the command began; it handles those that come later
        sys.stderr.write("Interrupted.\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
