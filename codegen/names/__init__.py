"""Fields to names and back.

* `constant`: repo names to constant names
* `size`: "30B-A3B" to numbers of parameters
* `template`: fields to repo names and back
"""
