#!/bin/sh
# Runs every notebook from clean, in an environment of its own with pinned packages, and fails
# at the first cell that does. The notebooks in the tree stay as they are: without output.
set -eu
cd "$(dirname "$0")/.."

notebooks="$(find notebooks -maxdepth 1 -name '*.ipynb' 2>/dev/null | LC_ALL=C sort)"
[ -n "$notebooks" ] || { echo "notebooks: there are none"; exit 0; }

venv=build/notebooks-venv
if ! cmp -s notebooks/requirements.txt "$venv/requirements.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r notebooks/requirements.txt
  cp notebooks/requirements.txt "$venv/requirements.txt"
fi

for notebook in $notebooks; do
  "$venv/bin/python" tools/run_notebook.py "$notebook"
done
