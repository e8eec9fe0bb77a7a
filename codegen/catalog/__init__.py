"""Everything declared, as one web page and one JSON file."""
