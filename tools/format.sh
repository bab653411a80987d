#!/bin/sh
# Formats every source in place; with --check, changes nothing and fails where something would.
set -eu
cd "$(dirname "$0")/.."

mode="-i"
[ "${1:-}" != --check ] || mode="--dry-run -Werror"

for folder in sim models study io report store cli python web tests bench; do
  [ ! -d "$folder" ] || folder_list="${folder_list:-} $folder"
done
find ${folder_list:?no sources} -name '*.[ch]pp' -print0 | xargs -0 clang-format $mode
