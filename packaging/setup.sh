#!/bin/sh
# Makes .venv with the locked dependencies and the program in it. Arguments: lock files, in order.
# Installs what packaging/apt.txt lists if it may (root, or sudo without a password); otherwise prints
# the one line to run. Run again it does nothing unless a lock file or pyproject.toml changed.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Timeline Explorer needs Python 3.11 or newer; set PYTHON=/path/to/python3 to name one." >&2
    exit 1
fi

wanted=$(sed 's/#.*//' packaging/apt.txt)
missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $wanted; do
        # Newer Debian renamed some libraries for 64-bit time: libglib2.0-0 is libglib2.0-0t64 there.
        dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null |
            grep -qx installed || missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        as_root=no
    fi
    line="apt-get update && apt-get install -y --no-install-recommends$missing"
    if [ "$as_root" = no ]; then
        echo "These system packages are missing. As an administrator, run once:" >&2
        echo "    sudo sh -c '$line'" >&2
    else
        echo "Installing system packages:$missing"
        $as_root apt-get update -q >/dev/null || true
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing >/dev/null ||
            echo "Some system packages could not be installed; going on without them:$missing" >&2
    fi
fi

stamp=.venv/.set-up
state=$(cat "$@" pyproject.toml packaging/setup.sh | cksum)
for lock in "$@"; do state="$state $lock"; done
if [ -f "$stamp" ] && grep -qxF "$state" "$stamp"; then
    exit 0
fi

if [ ! -x .venv/bin/python ]; then
    rm -rf .venv
    if ! "$python" -m venv .venv; then
        echo "Python cannot make a virtual environment here: the package python3-venv is missing." >&2
        exit 1
    fi
fi
echo "Installing locked dependencies into .venv (some minutes the first time) ..."
for lock in "$@"; do
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$lock"
done
.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
# So that the first start is as quick as the others, and is where Python may not write what it has compiled.
.venv/bin/python -m compileall -q explorer
[ -f "$stamp" ] || : >"$stamp"
echo "$state" >>"$stamp"
