#!/bin/sh
# Draws the README's pictures anew, from what `make run` wrote (or the folder in FICAP_RESULTS).
set -eu
cd "$(dirname "$0")/.."
exec tools/python.sh tools/pictures.py docs/pictures
