# Everything runs in .venv, which the first command makes. PYTHON is any Python from 3.11 on.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
ARGS   ?=

.DEFAULT_GOAL := help
.PHONY: help report test check format docs bench clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --constraint constraints.txt pip
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group dev
	@touch $@

$(VENV)/installed-docs: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group docs
	@touch $@

report: $(VENV)/installed ## check this repository's own claims; the report as text, and as a page
	@mkdir -p build
	@$(BIN)/evidence report --format text $(ARGS)
	@$(BIN)/evidence report --quiet --output build/report.html $(ARGS)
	@echo "The same as a page: build/report.html"

test: $(VENV)/installed-dev ## the tests, with coverage
	$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

check: $(VENV)/installed-dev ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/write_rule_pages.py --check

format: $(VENV)/installed-dev ## put the code into the house's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/installed-docs ## the documentation, in build/docs
	$(BIN)/python docs/write_rule_pages.py
	$(BIN)/python -m sphinx --fail-on-warning --quiet docs build/docs
	@echo "The documentation: build/docs/index.html"

bench: $(VENV)/installed-dev ## the benchmarks; each prints its own table
	@for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

clean: ## remove what the other commands made
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
