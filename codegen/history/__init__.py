"""An earlier output: what would be lost, and what changed."""
