"""An earlier output: what would be lost, and what changed.

* `git`: the committed version of a folder
* `earlier`: an earlier output or lock, in git, a folder, a file, a wheel or a release
* `snapshot`: generated files read without importing them
* `compare`: what changed between two outputs
* `guard`: names that would be lost
* `foreign`: files in the output folder that are somebody's own
* `retire_plan`: retirements for lost names
* `memory`: remembers that `check` passed
"""
