"""The settings of a project, and new projects.

* `config`: [tool.hubenum]
* `extends`: definitions of others that a project extends
* `init`: the files of a new project
* `toml`: pyproject.toml
* `write`: new files written all or none
"""
