#!/bin/sh
# The environment that the benchmark runs SimPy and Ciw in: pinned packages, checked by hash.
set -eu
tree="$(cd "$(dirname "$0")/.." && pwd)"
wanted="$tree/bench/python/requirements.txt"
venv="$tree/build/bench-venv"

cmp -s "$wanted" "$venv/requirements.txt" && exit 0
rm -rf "$venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$wanted"
cp "$wanted" "$venv/requirements.txt"
