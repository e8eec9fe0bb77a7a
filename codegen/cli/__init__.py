"""The command line: the only package that prints, exits or reads options.

* `main`: the group of commands, and the exit codes
* `failure`: what is printed when a command fails
* `ownership`: only the user's own definitions are executed
* `generate`: `generate` and `check`
* `lost`: lost names, for `generate` and `check`
* `verify`: `verify`
* `asking`: the requests of `verify`, and what is recorded of the answers
* `fix`: `verify --fix`
* `sync`: `sync`
* `diff`: `diff`
* `search`: `search`
* `hints`: why a search finds nothing
* `stats`: `stats`
* `usage`: reports of usage, printed
* `catalog`: `catalog`
* `init`: `init`
* `completion`: `completion`
* `network`: options, notices and listings of the commands that ask the Hub
* `families`: the families of a project, and those named on the command line
* `words`: words of messages
* `rows`: rows as a table, JSON, CSV or plain lines
"""
