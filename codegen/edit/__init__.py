"""Changes to the source of a definition file.

* `text`: statements as text, imports
* `changes`: edits that leave the rest as it is
* `quants`: quantizations as a file writes them
* `contents`: what a definition says of each model, and the fewest rows that say it
* `writing`: definitions and rows as they are written
* `draft`: edited definitions, expanded without being written
* `rows`: one definition changed, or added
* `retired`: entries of RETIRED
"""
