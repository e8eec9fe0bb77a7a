# Every word sets up what it needs in .venv; PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
RUN := .venv/bin/python -m

.PHONY: help generate check format test

help: ## show the words
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

.venv/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hubenum needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --upgrade "pip>=25.1"
	$(RUN) pip install --quiet --editable . --group dev
	touch $@

generate: .venv/.installed ## definitions -> generated/
	$(RUN) codegen generate

check: .venv/.installed ## drift, lint, formatting, types; writes nothing
	$(RUN) codegen check
	$(RUN) ruff check .
	$(RUN) black --check --quiet . || { $(RUN) black --diff --quiet .; echo "Repair with: make format"; exit 1; }
	$(RUN) mypy
	.venv/bin/basedpyright --pythonpath .venv/bin/python

format: .venv/.installed ## lay out the code
	$(RUN) ruff check --fix --quiet .
	$(RUN) black --quiet .

test: .venv/.installed ## the default tests, offline
	$(RUN) pytest
