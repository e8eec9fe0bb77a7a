"""The settings of a project, and new projects.

* `build`: which packages the next wheel of a project holds
* `config`: [tool.hubenum]
* `extends`: definitions of others that a project extends
* `init`: the names of a new project
* `scaffold`: its files
* `toml`: pyproject.toml
* `write`: writes them, all or none
"""
