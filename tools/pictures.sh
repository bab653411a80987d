#!/bin/sh
# Draws the README's pictures anew, from what `make pictures` wrote before (or the folders in FICAP_RESULTS,
# FICAP_COMPARISON and FICAP_ENGAGEMENT).
set -eu
cd "$(dirname "$0")/.."
exec tools/python.sh tools/pictures.py docs/pictures
