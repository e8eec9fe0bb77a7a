# Every target sets up what it needs in .venv; PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
RUN := .venv/bin/python -m

.PHONY: help generate check format test docs mutants kills

help: ## show the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hubenum needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --upgrade "pip>=25.1"

# hubenum and the dependency group that is named like the target.
.venv/.%: pyproject.toml | .venv/bin/python
	$(RUN) pip install --quiet --editable . --group $*
	@touch $@

generate: .venv/.generate ## definitions -> generated/
	$(RUN) codegen generate

check: .venv/.check ## drift, lint, formatting, types; writes nothing
	$(RUN) codegen check
	$(RUN) ruff check .
	$(RUN) black --check --quiet . || { $(RUN) black --diff --quiet .; echo "Repair with: make format"; exit 1; }
	$(RUN) mypy
	.venv/bin/basedpyright --pythonpath .venv/bin/python

format: .venv/.format ## format the code
	$(RUN) ruff check --fix --quiet .
	$(RUN) black --quiet .

test: .venv/.test ## the tests, offline
	$(RUN) pytest --numprocesses auto --maxprocesses 8 --dist worksteal

kills: .venv/.test ## kill commands while they write, 200 times
	HUBENUM_KILLS=200 $(RUN) pytest tests/behaviour/test_kills.py

docs: .venv/.docs ## the docs site and the catalog page -> build/site/
	$(RUN) mkdocs build --quiet
	$(RUN) codegen catalog --output build/site/models

mutants: .venv/.mutants ## change the code line by line and list the changes that no test notices (an hour)
	$(RUN) mutmut run $(MUTANTS)
	$(RUN) mutmut results
