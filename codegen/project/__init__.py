"""The settings of a project, and a new project."""
