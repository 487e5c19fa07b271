PYTHON ?= python3
EXTRAS ?= dev
BIN := .venv/bin

.PHONY: report test bench picture clean

report: .venv/installed
	$(BIN)/factcheck report seeds

test: .venv/installed
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n auto
	$(BIN)/python tests/wheel_smoke.py

bench: .venv/installed
	PYTHONPATH=. $(BIN)/python tests/bench.py $(ARTICLES)
	$(BIN)/python -m tests.bench_page

picture: .venv/installed
	$(BIN)/python -m tests.picture

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/installed: pyproject.toml
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	touch $@
