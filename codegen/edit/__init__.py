"""Changes to the source of a definition file."""
