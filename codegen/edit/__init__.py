"""Changes to the source of a definition file.

* `encoding`: the text of a file from its bytes, and back
* `source`: edits that leave the rest of a file as it is
* `quants`: how a file writes quantizations and other values
* `contents`: a definition model by model, and back to as few rows as possible
* `rows`: changes to one definition, and new definitions
* `draft`: edited families, checked before they are written
* `retired`: additions to RETIRED
"""
