#!/bin/sh
# Writes the lock files from pyproject.toml: every version and hash, for every system, Python 3.11 and newer.
set -eu
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool" && "$tool/bin/pip" install -q uv
compile="$tool/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links"
# hatchling and editables build the editable install, so that set-up fetches nothing outside the lock.
printf 'hatchling\neditables\n' | $compile pyproject.toml - -o packaging/lock.txt
$compile --group dev -c packaging/lock.txt -o packaging/lock-dev.txt
