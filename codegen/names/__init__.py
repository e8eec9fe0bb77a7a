"""Fields to names and back.

* `cell`: the models of a definition, row by row
* `constant`: repo names to constant names
* `gguf`: what the names of GGUF files say
* `owner`: constants that carry the name of the uploader
* `quant`: quantizations and the tags that repo names carry for them
* `repo_id`: which repo ids the Hub accepts
* `size`: "30B-A3B" to numbers of parameters
* `template`: fields to repo names and back
* `version`: versions and dates in repo names
"""
