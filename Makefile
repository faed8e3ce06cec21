# Two commands: `make brief` and `make test`. Each sets up what it needs first.

PYTHON ?= python3
BIN := .venv/bin
SAMPLE_DATE := 2026-03-13

.PHONY: brief soak test setup setup-test format lint types rules check train clean
.DEFAULT_GOAL := brief

brief: setup  ## make a briefing of the bundled sample
	$(BIN)/digest build seeds --date $(SAMPLE_DATE)

test: setup-test lint types rules check  ## run every check

setup: .venv/ready
	@sh scripts/ensure-pango

setup-test: .venv/ready-test
	@sh scripts/ensure-pango

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Digest needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing: apt install python3-venv (Debian, Ubuntu)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/ready-test: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch .venv/ready $@

format: setup-test  ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup-test
	$(BIN)/mypy

rules: setup-test  ## who may import whom
	$(BIN)/lint-imports

check: setup-test
	$(BIN)/python -m pytest

soak: setup-test  ## the longest tests: sixty SIGKILLs of a run, a simulated month, a full disk
	DESK_KILLS=60 $(BIN)/python -m pytest -m slow tests/schedule

CORPORA ?= corpora
train: setup-test  ## train the language pipeline from raw corpora: make train CORPORA=folder (training/README.md)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r training/requirements.txt
	$(MAKE) -C training CORPORA=$(abspath $(CORPORA)) PYTHON=$(abspath $(BIN))/python

clean:
	rm -rf .venv build dist *.egg-info
