"""Models to the text of the generated package and of the README table.

* `text`: families to the text of each generated file
* `layout`: text laid out by black
* `readme`: the table of families in a Markdown file
* `loaded`: the generated package, imported without being written
"""
