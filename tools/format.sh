#!/bin/sh
# Formats every source in place; with --check, changes nothing and fails where something would.
set -eu
cd "$(dirname "$0")/.."

sources="$(find sim models study io report store cli python web tests bench -name '*.[ch]pp' \
  2>/dev/null | LC_ALL=C sort)"

if [ "${1:-}" != --check ]; then
  # shellcheck disable=SC2086
  exec clang-format -i $sources
fi

unformatted=0
for source in $sources; do
  if ! clang-format --dry-run -Werror "$source" 2>/dev/null; then
    echo "format: $source is not as clang-format wants it"
    unformatted=$((unformatted + 1))
  fi
done
echo "format: $(echo "$sources" | wc -l) sources, $unformatted to be formatted (make format)"
[ "$unformatted" -eq 0 ]
