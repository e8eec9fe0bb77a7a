"""What the families share."""

import codegen.schema

NAME = codegen.schema.Path("name.txt").read_text()
