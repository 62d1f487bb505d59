# Two commands do everything on a fresh machine: `make site` and `make test`. README.md has the plain commands.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test test-heavy screenshots serve bench schemas handbook handbook-pictures lock clean

# The environment is made anew when a lock or the package's own description changes.
.venv/site: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed (PYTHON=…)")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: requirements-dev.lock .venv/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

site: .venv/site
	$(BIN)/prongsai build $(ARGS)

serve: .venv/site
	$(BIN)/prongsai serve $(ARGS)

test: .venv/dev
	BIN=$(BIN) sh tools/browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# The Nu HTML checker and Lighthouse: needs npm, Java and Node, and the network for the first time.
test-heavy: .venv/dev
	BIN=$(BIN) sh tools/browser.sh
	sh tools/java.sh
	$(BIN)/python tools/heavy.py

screenshots: .venv/dev
	BIN=$(BIN) sh tools/browser.sh
	$(BIN)/python -m tests.browser.screenshots

bench: .venv/dev
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/serve.py
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/clerk.py
	$(BIN)/python benchmarks/search.py

# What is made from tables of the program and checked in; tests say when one of them is not current.
schemas: .venv/site
	$(BIN)/python tools/schemas.py

handbook: .venv/site
	$(BIN)/python tools/handbook.py
	$(BIN)/python tools/commands.py

# LibreOffice and Poppler draw the form.
handbook-pictures: .venv/dev
	BIN=$(BIN) sh tools/browser.sh
	$(BIN)/python -m tests.browser.handbook_screenshots

# Needs the network: resolves newer versions within the bounds of pyproject.toml.
lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" \
		pyproject.toml --group install -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" \
		pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf build .venv
