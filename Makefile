# Everything runs in .venv, which the first target to need it sets up. `make help` lists the targets.

.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin

# Material announces its end of life (May 2027) on every build; the plan for it stands in README.md.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Another project: a folder that holds `data/`. What else it does not have is that of this one:
# prose (`docs/`), templates (`overrides/`), `mkdocs.yml`. Its own `mkdocs.yml` may begin with
# `INHERIT: path/to/this/mkdocs.yml`.
ifdef PROJECT
folder := $(shell cd "$(PROJECT)" && pwd)
ifeq ($(folder),)
$(error PROJECT=$(PROJECT) is no folder)
endif
own = $(shell test -e "$(folder)/$(1)" && echo "$(folder)/$(1)" || echo "$(CURDIR)/$(1)")
override PROJECT := $(folder)
export PROJECT
export SITE_DIR ?= $(folder)/site
export SITE_URL ?=
export DOCS_DIR := $(call own,docs)
export OVERRIDES_DIR := $(call own,overrides)
export HOOKS_FILE := $(CURDIR)/hooks/mkdocs_hooks.py
CONFIG := -f "$(call own,mkdocs.yml)"
ROOT := --root "$(folder)"
endif

.PHONY: help serve build new check fix update test fuzz lint format schema forms fonts translate addresses elm bench bench-peers compress mirror clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /	/' | expand -t 14

serve: .venv/build ## Build the site and serve it on http://localhost:8000, again after every change
	$(BIN)/mkdocs serve --strict $(CONFIG)

build: .venv/build ## Write the site to site/
	$(BIN)/mkdocs build --strict $(CONFIG)

compress: .venv/build ## Write compressed forms of the site's files beside them, for a host of your own
	$(BIN)/mozi compress $(ROOT)

mirror: ## Bring a second host up to date: make mirror DEST=user@host:folder (DRY=1 only tells what would change)
	@deploy/mirror site "$(DEST)" $(if $(DRY),--dry-run)

new: .venv/build ## Write a new record, question by question: make new KIND=project
	@$(BIN)/mozi new $(KIND) $(ROOT)

check: .venv/build ## Check all records
	$(BIN)/mozi check $(ROOT)

elm: .venv/build ## Say what programmes lack for a description in the European Learning Model
	@$(BIN)/mozi elm $(ROOT)

fix: .venv/build ## Mend in all records what can be mended safely, and list the rest
	$(BIN)/mozi fix $(ROOT)

update: schema forms addresses translate ## Write again what follows from records: schemas, forms, addresses, catalogues

test: .venv/tests ## Run all tests
	$(BIN)/pytest -n 3 --dist worksteal

# Of three processes on two cores, one is usually waiting: for a browser, a disk, a build of its own.
# Tests start Python a hundred times: also where it is told to keep no compiled files, here it does.
test: export PYTHONDONTWRITEBYTECODE :=

fuzz: .venv/tests ## Damage 10,000 files, and kill 100 builds: what must hold then?
	MOZI_EXAMPLES=many $(BIN)/pytest tests/site/test_properties.py tests/unit/editing/fix/test_properties.py
	$(BIN)/python -m tests.support.fuzz
	MOZI_KILLS=100 MOZI_EDITS=20 $(BIN)/pytest tests/site/test_interruptions.py tests/site/test_rebuilding.py

lint: .venv/tests ## Check style, types and the directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy hooks/mozi hooks/mozi_mkdocs hooks/mkdocs_hooks.py tests bench

format: .venv/tests ## Put the code into the common style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: .venv/build ## Write data/schema/ again, after a change of the models
	$(BIN)/mozi schema $(ROOT)

forms: .venv/build ## Write the issue forms and code owners in .github/ again, after a change of ids or names
	$(BIN)/mozi forms $(ROOT)

addresses: .venv/build ## Put new pages on the list of published addresses
	$(BIN)/mozi addresses $(ROOT)

fonts: .venv/tests ## Make the fonts of share pictures again, after new letters on them (needs npm)
	$(BIN)/python -m mozi.pictures.typefaces data/translations/zh.po

translate: .venv/build ## Bring data/translations/ up to date with texts and templates
	$(BIN)/mozi translate $(ROOT)

bench: .venv/build ## Measure builds of 400, 4,000 and 12,000 records: make bench FOLDER=/dev/shm
	$(BIN)/python bench/bench.py $(if $(FOLDER),--folder $(FOLDER))

bench-peers: .venv/build .bench/installed ## The same pages with Hugo, Eleventy and Zensical: RECORDS=4000
	$(BIN)/python bench/bench_peers.py $(if $(FOLDER),--folder $(FOLDER)) $(if $(RECORDS),--records $(RECORDS))

clean: ## Remove what was built and set up
	rm -rf .venv .bench .cache site .site.manifest .site.spare .site.build-*

.venv/build: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -r requirements.txt
	touch $@

.venv/tests: .venv/build tests/requirements.txt
	$(BIN)/pip install --quiet -r tests/requirements.txt
	touch $@

# What cannot be installed on this machine is left out of the comparison, and named there.
.bench/installed: bench/peers/requirements.txt bench/peers/eleventy/package.json
	test -x .bench/bin/python || $(PYTHON) -m venv .bench
	-while read -r package; do .bench/bin/pip install --quiet "$$package"; done < bench/peers/requirements.txt
	cp bench/peers/eleventy/package.json .bench/
	-npm install --prefix .bench --silent --no-package-lock --no-audit --no-fund
	touch $@
