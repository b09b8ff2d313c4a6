# Two commands do everything on a fresh machine with Python 3.11+: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
SOURCES ?= ../shared/seeds
# Some machines tell Python to keep nothing of what it compiled: every command of a test would compile the program anew.
export PYTHONDONTWRITEBYTECODE :=
UNIT := examples/phu-son-2023/unit.yaml
OUT := out

.PHONY: demo test lint types fidelity test-visual offline test-offline bench docs docs-check docs-pictures guide clean

demo: $(VENV)/.installed
	$(BIN)/parindex score $(UNIT)
	@mkdir -p $(OUT)
	$(BIN)/parindex report $(UNIT) --docx -o $(OUT)/phu-son-2023.docx --force

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not visual and not offline"

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

fidelity: $(VENV)/.dev
	$(BIN)/python -m tests.fidelity $(SOURCES)

test-visual: $(VENV)/.dev
	$(BIN)/python -m pytest -m visual

# EXTRAS=signatures adds what verifies signed PDFs; LOCKS=folder takes the same wheels as an earlier build.
offline: $(VENV)/.dev
	$(BIN)/python .ci/offline -o $(OUT) --force --zip --extras "$(EXTRAS)" $(if $(LOCKS),--locks "$(LOCKS)")

test-offline: $(VENV)/.dev
	$(BIN)/python -m pytest -m offline

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks $(SCALES)

docs: $(VENV)/.dev
	$(BIN)/python -m docs.build

docs-check: $(VENV)/.dev
	$(BIN)/python -m docs.build --check
	$(BIN)/python -m docs.pictures --check

guide: $(VENV)/.dev
	@mkdir -p $(OUT)
	$(BIN)/python -m docs.book $(OUT)/huong-dan.html

docs-pictures: $(VENV)/.dev
	$(BIN)/python -m docs.pictures

clean:
	rm -rf $(VENV) $(OUT) build dist

$(VENV)/.created:
	$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'parindex needs Python 3.11 or newer')"
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@
