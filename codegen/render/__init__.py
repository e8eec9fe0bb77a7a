"""Models to the text of the generated package and of the README table.

* `text`: families to the text of each generated file
* `columns`: the fields of a model that the generated package knows
* `literal`: values to Python source
* `layout`: text laid out by black
* `readme`: the table of families in a Markdown file
* `loaded`: the generated package, imported without being written

`runtime/` holds the modules that are the same in every generated package, `templates/` the others.
"""
