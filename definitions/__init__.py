"""Which models exist: one file per family."""
