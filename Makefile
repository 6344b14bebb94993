# Two commands: `make run` serves, `make test` tests. Everything else is for people who change Pod.
# Needs Python 3.11+ with venv, and make. Nothing is installed outside .venv by `make run`.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8080
HOST ?= 127.0.0.1
FUZZ_CASES ?= 20000
TORTURE_KILLS ?= 500
TORTURE_ORDERS ?= 2000
export POD_DATA_DIR ?= var

.PHONY: run test test-diffusers check bench fuzz torture torture-orders setup setup-dev system lock docs format clean

run: .venv/run-ready
	$(BIN)/pod serve --setup --host $(HOST) --port $(PORT)

test: setup-dev system
	$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Stable Diffusion in process, with a tiny pipeline of random weights. Half a gigabyte of packages, kept apart from .venv.
test-diffusers: .venv/diffusers-ready
	PYTHONPATH=.venv/diffusers $(BIN)/python -m pytest -n 0 -o filterwarnings=default tests/providers/with_diffusers.py

.venv/diffusers-ready: .venv/dev-ready
	$(BIN)/uv pip install -q --python $(BIN)/python --target .venv/diffusers torch diffusers transformers accelerate
	@touch $@

bench: setup-dev
	$(BIN)/python -m tests.bench

# The long run of what `make test` has a small fixed dose of: new cases each time.
fuzz: setup-dev
	POD_FUZZ_CASES=$(FUZZ_CASES) $(BIN)/python -m pytest -n 0 -s --timeout=0 tests/web/test_fuzz.py

# Real adapters killed at random against test servers that count what they charge; `make test` has a small dose.
torture: setup-dev
	POD_TORTURE_KILLS=$(TORTURE_KILLS) $(BIN)/python -m pytest -n 0 -s --timeout=0 tests/crash/test_image_services.py

# The same for orders: from the shop's message to the parcel, over all partners' test servers.
torture-orders: setup-dev
	POD_TORTURE_KILLS=$(TORTURE_KILLS) POD_TORTURE_ORDERS=$(TORTURE_ORDERS) \
	  $(BIN)/python -m pytest -n 0 -s --timeout=0 tests/crash/test_selling.py

setup: .venv/run-ready
	@$(BIN)/pod setup --quiet-when-done

setup-dev: .venv/dev-ready
	@$(BIN)/pod setup --quiet-when-done

# Chromium, PostgreSQL and independent readers for the tests, where the system lets us.
system: .venv/dev-ready
	@$(BIN)/python -m tests.system

OFFLINE := (echo "The packages could not be fetched. The first set-up needs a network; later starts need none." >&2; exit 1)

.venv/uv-ready: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Pod needs Python 3.11 or newer: make run PYTHON=…")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements/uv.txt || $(OFFLINE)
	@touch $@

.venv/run-ready: .venv/uv-ready requirements/run.txt pyproject.toml requirements/metadata.py
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt || $(OFFLINE)
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev-ready: .venv/run-ready requirements/dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

lock: .venv/uv-ready
	for list in run dev uv node; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" requirements/$$list.in -o requirements/$$list.txt || exit 1; \
	done

docs: setup-dev
	$(BIN)/python -m tests.generated_docs

format: setup-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv build dist *.egg-info
