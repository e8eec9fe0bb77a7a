"""Which models exist: one file per family."""

UPLOADER = "unsloth"
