"""Uploads that no definition declares, and renamed ids, to edits of definitions.

* `upload`: an upload, and what its tags say it was made from
* `reading`: a repo name to the definitions that could declare it
* `declare`: one edit that declares uploads
* `plan`: the smallest edits for all uploads
* `report`: the plan as lines to read
* `renames`: edits for renamed ids
* `rename_reading`: renamed ids read through a template
* `rename_edits`: texts that a renamed family could have
"""
