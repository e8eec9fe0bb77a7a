"""Definition files to checked definitions, every mistake collected."""
