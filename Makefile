# make run: set everything up and open the program.   make test: set everything up and check it.
# Needs only make and Python 3.11 or newer with its venv module. Windows: see README.md.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
CATALOGUE := briefing/locale/en/LC_MESSAGES/briefing.po
TEMPLATE := $(VENV)/briefing.pot

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)

.PHONY: run test bench storm two-at-once kill damage fuzz fuzz-guided bursts messages snapshots pictures clean
.DELETE_ON_ERROR:

run: $(VENV)/.installed
	@$(BIN)/briefing $(ARGS)

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests $(ARGS)

# The table of budgets, ours beside a bare Textual app, on up to ten million figures. Linux only;
# the first run makes 2.5 GB of data under .bench/. ARGS="--rounds 3 --only shipped": see --help.
bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.run $(ARGS)

# 500 sizes in 5 seconds while keys are pressed, on every screen. A minute and a half; Linux only.
storm: $(VENV)/.installed-dev
	$(BIN)/python -m tests.terminal.storm

# Ten processes opening, two syncing, one rebuilding, for a minute; then what they saw. POSIX only.
two-at-once: $(VENV)/.installed-dev
	$(BIN)/python -m tests.breaking.two_at_once

# SIGKILL at 200 points each of a sync, a rebuild and a first build. POSIX only.
kill: $(VENV)/.installed-dev
	$(BIN)/python -m tests.breaking.kill

# Every kind of damaged database and 200 flipped bits, on every screen. POSIX only.
damage: $(VENV)/.installed-dev
	$(BIN)/python -m tests.breaking.damage

# A hundred thousand hostile cases on every reader, on all cores; see tests/fuzz/run.py.
# ARGS="--seed 7 --cases 2000 --reader plans" for others. Linux only.
fuzz: $(VENV)/.installed-dev
	$(BIN)/python -m tests.fuzz.run $(ARGS)

# Five hundred random bursts of keys into every dialog, on a busy machine. POSIX only.
# ARGS="2000 7": how many, and the seed.
bursts: $(VENV)/.installed-dev
	$(BIN)/python -m tests.terminal.bursts $(ARGS)

# One kind of data file under a fuzzer that is led by coverage: ARGS="observations --runs 5000".
# For Pythons that atheris is built for (3.11 to 3.13 on Linux); it is no requirement.
fuzz-guided: $(VENV)/.installed-dev
	$(PIP) atheris
	$(BIN)/python -m tests.fuzz.guided $(or $(ARGS),plans)

# Gather the texts of the code, bring the English catalogue up to date, compile it.
messages: $(VENV)/.installed-dev
	$(BIN)/pybabel -q extract --no-default-keywords -k gettext -k ngettext:1,2 -k N_ \
		--no-location --sort-output --project briefing --version 0 -o $(TEMPLATE) briefing
	$(BIN)/pybabel -q update -i $(TEMPLATE) -d briefing/locale -D briefing -l en \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 100
	$(BIN)/pybabel compile -d briefing/locale -D briefing --statistics
	$(BIN)/pybabel compile -d briefing/locale -D click -l vi

# Approve the screens as they are now. Look at each changed picture before committing it.
snapshots: $(VENV)/.installed-dev
	$(BIN)/pytest tests/screens --snapshot-update

# Draw the pictures of README.md and the guides, and renew the outputs and keys that they show.
pictures: $(VENV)/.installed-dev
	$(BIN)/python -m tools.picture
	$(BIN)/python -m tools.examples

# The database stays: it holds the log of edits.
clean:
	rm -rf $(VENV) .bench build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f snapshot_report.html
	find briefing tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.created:
	@test -n "$(PYTHON)" || { \
		echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed: https://www.python.org" >&2; \
		exit 1; }
	@echo "Đang chuẩn bị lần đầu, vài phút / First set-up, a few minutes ..." >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Thiếu mô-đun venv / The venv module is missing: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.created pyproject.toml constraints.txt
	@$(PIP) -e '.[dev]'
	@touch $(VENV)/.installed $@
