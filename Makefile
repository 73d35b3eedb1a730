# make         make a virtual environment, ingest pages/, build site/
# make serve   the same, and show the site on http://localhost:8000
# make test    install what the tests need and run all of them, or those of TESTS=tests/search
# make clean   remove what can be made again

PYTHON ?= python3
TESTS  ?=
VENV   := .venv
PY     := $(VENV)/bin/python

.PHONY: all serve test check clean

all: $(VENV)/installed
	$(PY) build.py

serve: $(VENV)/installed
	$(PY) build.py serve

test: $(VENV)/installed-test
	$(PY) -m tests.browser.chromium
	$(MAKE) check
	$(PY) -m pytest -n auto --dist worksteal $(TESTS)

check: $(VENV)/installed-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

clean:
	rm -rf $(VENV) site .jianbao .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "jianbao needs Python 3.11 or newer; set PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --editable .
	$(PY) -m compileall -q jianbao  # Once, even where Python is told not to write what it compiles.
	touch $@

$(VENV)/installed-test: pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(VENV)/installed
