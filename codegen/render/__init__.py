"""Models to the text of the generated package and of the README table."""
