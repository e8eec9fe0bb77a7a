"""Changes to the source of a definition file.

* `text`: statements as text, imports
* `axes`: fields that are dicts
* `changes`: edits that leave the rest as it is
* `draft`: edited definitions, expanded without being written
* `fields`: the value each field should have
* `meta`: one definition changed
* `quants`: quantizations as a file writes them
* `retired`: entries of RETIRED
"""
