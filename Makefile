# make run    the window; without a display, the demo
# make test   everything that is checked, in a few minutes
# make bench  measures against the peers of docs/benchmarks.md
# make torture  the long runs of the fault tests
# make package        the program as a folder, Debian package, tar.xz and portable ZIP, in dist
# make package-check  runs them: the folder, a stick, a clean root (root, debootstrap, mtools)
# make release VERSION=0.2.0 [KEY=release.key] [TESTED=1]
# make forms  compiles ui/*.ui; make translations reads new strings

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test bench torture forms translations pictures check clean \
	package package-check release

run: $(READY)
	@sh packaging/run.sh

test: $(READY)
	@sh packaging/test.sh

bench: $(READY)
	@$(BIN)/python -m tests.benchmarks

torture: $(READY)
	@TORTURE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal tests/faults tests/on_server tests/services/test_moving_house.py tests/services/test_reported.py tests/windows/everywhere

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

package: $(READY)
	@$(BIN)/python packaging/build.py
	@$(BIN)/python packaging/archives.py
	@if command -v dpkg-deb >/dev/null; then $(BIN)/python packaging/linux/build_deb.py; fi

package-check: $(READY)
	@$(BIN)/python packaging/check_build.py
	@sh packaging/linux/try_stick.sh dist/so-sang-kien-*-portable.zip
	@sh packaging/linux/try_clean_root.sh dist/so-sang-kien_*.deb
	@sh packaging/linux/try_update.sh

release: $(READY)
	@$(BIN)/python packaging/release.py $(VERSION) $(if $(KEY),--key $(KEY)) $(if $(TESTED),--tested)

$(READY): pyproject.toml packaging/constraints.txt packaging/system_packages.sh
	@sh packaging/system_packages.sh
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e '.[dev]'
	@$(BIN)/python packaging/translations.py release
	@touch $(READY)

clean:
	rm -rf .venv build demo-output
