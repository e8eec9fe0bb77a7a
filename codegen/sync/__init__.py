"""Uploads that no definition declares, and renamed ids, to edits of definitions.

* `upload`: an upload, and what its name and tags say
* `words`: what the words of a name look like
* `scheme`: the templates of definitions, and the models most like a new one
* `reading`: one way to declare an upload
* `reader`: a repo name to the definitions that could declare it
* `evidence`: what the tags of an upload speak for and against
* `choice`: which definition is to declare an upload
* `declare`: one edit that declares uploads
* `additions`: what an edit adds, for the report
* `families`: definitions for models that no family has
* `plan`: the smallest edits for all uploads
* `report`: the plan as lines to read
* `rename_reading`: renamed ids read through a template
* `rename_edits`: texts that a renamed family could have
* `renames`: edits for renamed ids
"""
