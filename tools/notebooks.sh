#!/bin/sh
# Runs every notebook from clean, in an environment of its own with pinned packages, and fails
# at the first cell that does. The notebooks in the tree stay as they are: without output.
set -eu
cd "$(dirname "$0")/.."

notebooks="$(find notebooks -maxdepth 1 -name '*.ipynb' 2>/dev/null | LC_ALL=C sort)"
[ -n "$notebooks" ] || { echo "notebooks: there are none"; exit 0; }

# Their input: the baseline, with futures enough for every figure to have an interval.
FICAP_RESULTS="$PWD/build/notebooks/results"
export FICAP_RESULTS
mkdir -p "$FICAP_RESULTS"
build/ficap run scenarios/west-midlands.json --replications 24 \
  --json "$FICAP_RESULTS/results.json" --csv "$FICAP_RESULTS" --force --quiet

for notebook in $notebooks; do
  tools/python.sh tools/run_notebook.py "$notebook"
done
