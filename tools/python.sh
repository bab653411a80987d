#!/bin/sh
# Python in the notebooks' own environment with pinned packages, made if it is not there.
#
#   tools/python.sh SCRIPT [ARGUMENTS]
set -eu
tree="$(cd "$(dirname "$0")/.." && pwd)"
wanted="$tree/notebooks/requirements.txt"
venv="$tree/build/notebooks-venv"

if ! cmp -s "$wanted" "$venv/requirements.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
  cp "$wanted" "$venv/requirements.txt"
fi
exec "$venv/bin/python" "$@"
