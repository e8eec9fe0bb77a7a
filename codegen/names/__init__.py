"""Fields to names and back.

* `constant`: repo names to constant names
* `owner`: constants that carry the name of the uploader
* `repo_id`: which repo ids the Hub accepts
* `size`: "30B-A3B" to numbers of parameters
* `template`: fields to repo names and back
"""
