"""Definition files to checked definitions, with every mistake collected.

* `definitions`: a folder of definition files, one family a file
* `extends`: definitions of other projects that a project extends
* `retired`: the RETIRED list of a definition file
* `source`: the place of a definition in its file
* `validate`: mistakes within one definition
"""
