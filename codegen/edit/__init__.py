"""Changes to the source of a definition file.

* `source`: edits that leave the rest of a file as it is
* `quants`: quantizations and other values as a file writes them
* `contents`: what a definition says of each model, and the fewest rows that say it
* `rows`: one definition changed, or added
* `draft`: edited definitions, expanded without being written
* `retired`: entries of RETIRED
"""
