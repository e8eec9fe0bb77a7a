"""Uploads that no definition declares, and renamed ids, to edits of definitions.

* `upload`: an upload, and what its name and tags say
* `reading`: a repo name to the definitions that could declare it
* `evidence`: what the tags of an upload speak for and against
* `declare`: one edit that declares uploads
* `families`: definitions for models that no family has
* `plan`: the smallest edits for all uploads
* `report`: the plan as lines to read
* `rename_edits`: texts that a renamed family could have
* `renames`: edits for renamed ids
"""
