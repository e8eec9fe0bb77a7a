"""Definitions to models: every repo they declare.

* `model`: Model and Family, the input of every later stage
* `expand`: definitions to models
* `clash`: two ids with one name, ids the Hub refuses
* `retirement`: retired names of all families
* `search`: models by words
"""
