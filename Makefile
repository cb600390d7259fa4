# Every target brings .venv up to date first; that takes a tenth of a second when it is.
# PYTHON=/path/to/python3.12 chooses the interpreter, PYTEST="-k week" narrows the tests.

.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := help

BIN := .venv/bin
LIBRARIES = $(BIN)/python packaging/system_libraries.py
# Where there is no display: windows are painted into memory, as on a usual screen.
OFFSCREEN = QT_QPA_PLATFORM=offscreen:configfile=packaging/screen.json
PYTEST ?=
# Two processes, each with its own windows and servers: the tests start many of both.
JOBS ?= 2

export PYTHON

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

TRANSLATIONS = $(foreach kind,qm mo,$(patsubst %.ts,%.$(kind),$(wildcard resources/i18n/*.ts)))

.PHONY: setup
setup: environment $(TRANSLATIONS) ## Make or update .venv: everything pinned, nothing outside this folder

.PHONY: environment
environment:
	@packaging/setup

%.qm %.mo: %.ts | environment
	@$(BIN)/python packaging/translations.py compile

.PHONY: translations
translations: setup ## Bring resources/i18n in step with the texts of the code; list what is not translated
	@$(BIN)/python packaging/translations.py update

.PHONY: run
run: display setup ## Open the window on practice data, with a CalDAV server of its own
	@$(LIBRARIES) $${DISPLAY:+x11} $${WAYLAND_DISPLAY:+wayland}
	@$(BIN)/lcdesk --demo

.PHONY: display
display:
	@[ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || \
	{ echo "There is no display here to open a window on; 'make screenshots' renders every window to a PNG file." >&2; exit 1; }

.PHONY: test
test: format-check lint types imports tests ## Run everything that a merge needs

.PHONY: tests
tests: setup
	@$(LIBRARIES) --optional x11 tests
	$(BIN)/pytest -n $(JOBS) --dist worksteal $(PYTEST)

# Without what invents its cases: the same branches are entered each time.
MEASURED = tests/unit/model tests/unit/sync tests/unit/cli tests/engine tests/contract

.PHONY: coverage
coverage: setup ## Measure which branches of model and sync the tests enter; fails below the floor
	@$(LIBRARIES) --optional x11 tests
	$(BIN)/pytest -n $(JOBS) --dist worksteal --timeout 600 --cov --cov-report= $(MEASURED)
	$(BIN)/python -m tests.coverage_floor

.PHONY: format-check
format-check: setup
	$(BIN)/ruff format --check

.PHONY: lint
lint: setup ## Look for mistakes and for departures from the style
	$(BIN)/ruff check

.PHONY: types
types: setup ## Check the types, strictly
	$(BIN)/mypy

.PHONY: imports
imports: setup ## Check who imports whom
	$(BIN)/lint-imports --no-logo

.PHONY: hooks
hooks: setup ## Look at each commit before it is made: format, lint, types, imports
	$(BIN)/pre-commit install

.PHONY: format
format: setup ## Format the code and mend what can be mended safely
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

.PHONY: screenshots
screenshots: setup ## Render every window and dialog to screenshots/*.png, without a display; LOOK="--rtl" says how
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots --out screenshots $(LOOK)

.PHONY: bench
bench: setup ## Measure; prints figures and never fails for one
	$(OFFSCREEN) $(BIN)/python -m bench

.PHONY: bench-compare
bench-compare: setup ## Measure this and an earlier commit in turn: REF=HEAD~1, BENCH="start weeks"
	$(OFFSCREEN) $(BIN)/python -m bench.compare $(REF) $(BENCH)

.PHONY: soak
soak: setup ## Play long stories of edits, faults and kills, and damage texts; EXAMPLES=20000 says how many
	LCDESK_SOAK_EXAMPLES=$(or $(EXAMPLES),5000) $(BIN)/pytest --timeout 0 --show-capture=no \
		tests/property/test_sync_machine.py tests/property/test_hostile_*.py

.PHONY: bundle
bundle: setup ## Build dist/lcdesk, a folder that runs without Python, and try it
	@$(LIBRARIES) bundle
	$(BIN)/pyinstaller --noconfirm --log-level WARN lcdesk.spec
	$(BIN)/python packaging/try_bundle.py dist/lcdesk/lcdesk

.PHONY: package
package: bundle ## Build dist/lcdesk_*.deb from the bundle, and try it in a Debian of its own
	@$(LIBRARIES) package
	$(BIN)/python packaging/try_deb.py "$$($(BIN)/python packaging/deb.py)"

.PHONY: lock
lock: setup ## Pin again after a change of requirements/*.in (UPGRADE=1: to the newest of everything)
	@packaging/lock $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## Remove what the other targets made, .venv too
	rm -rf .venv build dist screenshots htmlcov .coverage .coverage.* .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find lcdesk tests bench packaging -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
