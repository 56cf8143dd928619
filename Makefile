# make run     set up and open the window on the sample articles (ARTICLES=folder opens others)
# make test    set up and check everything: format, lint, types, import contracts, tests
# make help    the rest

ARTICLES ?=
PY := .venv/bin/python
RUNTIME := packaging/lock.txt
DEV := packaging/lock.txt packaging/lock-dev.txt

.PHONY: run setup setup-dev test check format demo bench lock locales samples clean help

run: setup
	@$(PY) -m explorer.demo $(ARTICLES)

setup:
	@packaging/setup.sh $(RUNTIME)

setup-dev:
	@packaging/setup.sh $(DEV)

test: setup-dev check
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2

check: setup-dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache

format: setup-dev
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: setup-dev
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

samples: setup-dev
	$(PY) packaging/make_samples.py

locales: setup-dev
	$(PY) packaging/make_locales.py
	$(PY) packaging/make_places.py

lock:
	packaging/lock.sh

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

help:
	@echo "make run [ARTICLES=folder]  open the window on the samples, or on your articles"
	@echo "make setup                  only install what the program needs, into .venv"
	@echo "make test                   format, lint, types, import contracts, tests"
	@echo "make format                 rewrite the code in the house format"
	@echo "make bench                  measure speed, side by side, into build/bench.json"
	@echo "make samples                make the PDF and DOCX samples anew"
	@echo "make locales                make the words of dates in other languages anew, from public data"
	@echo "make lock                   renew the lock files from pyproject.toml"
