# make report   check the articles in seeds/        make test    run all tests
# make check    all that CI checks, save packaging  make lock    renew the locked versions
PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
ARTICLES ?= seeds

.PHONY: report test check format lint types rules docs schemas floors speed lock clean

report: $(VENV)/.run
	$(BIN)/factcheck report $(ARTICLES)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist worksteal

check: format lint types rules schemas docs test floors

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

rules: $(VENV)/.run
	$(BIN)/factcheck rules check
	$(BIN)/factcheck rules test

docs: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/test_docs.py

# Fails where a stored schema is not what the program prints; writes it, so that a second run passes.
schemas: $(VENV)/.run
	@stale=0; for name in report rules claim; do \
	  $(BIN)/factcheck schema $$name > rules/schema/$$name.new; \
	  cmp -s rules/schema/$$name.new rules/schema/$$name.json || { echo "rules/schema/$$name.json renewed"; stale=1; }; \
	  mv rules/schema/$$name.new rules/schema/$$name.json; \
	done; exit $$stale

# About a minute and a half of a core; the stories are skipped where the shared data is not beside the project.
floors: $(VENV)/.run
	$(BIN)/python benchmarks/floors.py

speed: $(VENV)/.run
	$(BIN)/python benchmarks/speed.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# The stamps are renewed only when the locks or the project's own settings change; sources are used in place.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

# Needs pip-tools, which is no part of the locks themselves.
COMPILE = pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock:
	$(COMPILE) --extra build --extra html --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --extra build --extra html --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
