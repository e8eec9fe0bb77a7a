"""Definitions to models: every repo they declare.

* `model`: Model and Family, the input of every later stage
* `expand`: definitions to families of models
* `repos`: the repos of one model of a definition
* `facts`: what several definitions say of one upstream repo
* `quants`: the quantizations that families use
* `clash`: two ids with one name, ids the Hub refuses
* `retirement`: retired names of all families
"""
