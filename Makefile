# make run    the window; without a display, the demo
# make test   everything that is checked, in a few minutes
# make bench  measures against the peers of docs/benchmarks.md
# make torture  the long runs of the fault tests
# make forms  compiles ui/*.ui; make translations reads new strings

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test bench torture forms translations pictures check clean

run: $(READY)
	@sh packaging/run.sh

test: $(READY)
	@sh packaging/test.sh

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks

torture: $(READY)
	@TORTURE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal tests/faults tests/on_server

check: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

forms: $(READY)
	@$(BIN)/python packaging/forms.py

translations: $(READY)
	@$(BIN)/python packaging/translations.py update && $(BIN)/python packaging/translations.py release

pictures: $(READY)
	@$(BIN)/so-sang-kien demo --to build/demo && cp build/demo/screens/*.png docs/pictures/
	@rm -f build/huong-dan.pdf build/guide.pdf
	@$(BIN)/so-sang-kien guide --to build/huong-dan.pdf && $(BIN)/so-sang-kien --lang en guide --to build/guide.pdf

$(READY): pyproject.toml packaging/constraints.txt packaging/system_packages.sh
	@sh packaging/system_packages.sh
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e '.[dev]'
	@$(BIN)/python packaging/translations.py release
	@touch $(READY)

clean:
	rm -rf .venv build demo-output
