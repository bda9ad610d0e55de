# Every verb there is: `make help`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
POT := build/messages.pot
JS_TESTS = $(shell find tests -name '*.test.js' -not -path '*/vendor/*' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run lan demo test check lint lock vendor messages extract screenshots bench tools

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed ## Start Showfloor on http://localhost:8000
	@$(BIN)/showfloor serve

lan: $(VENV)/.installed ## Serve the phones of a booth from this laptop, without internet
	@$(BIN)/showfloor serve --lan

demo: $(VENV)/.installed ## Load the demo show, to look around in
	@$(BIN)/showfloor demo

test: $(VENV)/.installed-dev tools node_modules/.installed lint ## Install what the tests need and run all of them
	@# Apart: a browser's driver keeps an event loop in its process, where others start their own.
	$(BIN)/pytest -q -n 2 --dist worksteal -m "not browser"
	$(BIN)/pytest -q -n 2 --dist worksteal -m browser

check: $(VENV)/.installed-dev tools lint ## The fast part, under a minute: style, types, rooms, pure tests
	$(BIN)/pytest -q -n 2 -m "not database and not browser"

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/mypy
	$(if $(JS_TESTS),node --test $(JS_TESTS))

messages: $(VENV)/.installed-dev extract ## Collect every text into the Chinese catalog
	$(BIN)/pybabel update -i $(POT) -o app/web/locale/zh_Hans.po -l zh_Hans --init-missing \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 100

extract:
	@mkdir -p $(dir $(POT))
	@$(BIN)/pybabel -q extract -F pyproject.toml -o $(POT) --no-location --sort-output --omit-header \
	  -w 100 -k _ -k N_ -k say -k Refused:2 -k ngettext:1,2 app templates

vendor: $(VENV)/.installed ## Fetch the front-end files again (CHECK=1: only compare their hashes)
	$(BIN)/python static/vendor/refresh.py $(if $(CHECK),--check)

lock: $(VENV)/.installed ## Pin every requirement to its newest version, with hashes
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group build -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --group dev -c requirements.txt -o requirements-dev.txt
	npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

LOCK := --quiet --python-version 3.11 --universal --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links

screenshots: $(VENV)/.installed-dev tools ## Take the pictures of the README again
	$(BIN)/python -m tests.browser.screenshots

bench: $(VENV)/.installed-dev ## Measure captures a second on this machine
	$(BIN)/python -m bench

# What is installed, and from which list: made again only when the list changes.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Showfloor needs Python 3.11 or newer. Say which: make run PYTHON=python3.13"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json | tools
	npm ci --silent --no-audit --no-fund
	@touch $@

tools:
	@sh tests/browser/tools.sh
