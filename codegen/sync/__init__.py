"""Edits of definitions for new uploads and renamed ids.

* `upload`: an upload, and what its name and tags say
* `words`: how the words of a name are recognized
* `scheme`: templates of definitions, and the models most similar to a new one
* `reading`: one way to declare an upload
* `reader`: all definitions that could declare an upload
* `evidence`: what the Hub's tags say for and against a reading
* `choice`: which definition declares an upload
* `declare`: an edit that declares uploads, and what it adds
* `families`: definitions for unknown models
* `plan`: the edits for all uploads
* `report`: the plan as text
* `rename_reading`: renamed ids read through a template
* `rename_edits`: candidate edits for renamed ids
* `renames`: the edits that correct renamed ids
"""
