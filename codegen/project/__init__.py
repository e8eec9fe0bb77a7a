"""The settings of a project, and new projects.

* `config`: [tool.hubenum]
* `init`: the files of a new project
* `write`: new files written all or none
"""
