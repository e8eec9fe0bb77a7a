"""Which models exist."""

UPLOADER = "globex"
