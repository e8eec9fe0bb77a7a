"""`python -m hubenum` is the command `hubenum`."""

import sys

from ._origin import ROOT


def main() -> None:
    """Run the command line and exit."""
    # Before the working directory and PYTHONPATH, which may have a `codegen` of their own.
    sys.path.insert(0, ROOT.rstrip("/\\") or ROOT)
    try:
        from codegen.cli.main import main as run
    except KeyboardInterrupt:  # while it was imported
        sys.stderr.write("Interrupted; nothing was changed.\n")
        sys.exit(2)
    del sys.path[0]
    run()


if __name__ == "__main__":
    main()
