#!/bin/sh
# clang-tidy over every source of the layers; tests and benchmarks when a pattern names them.
#
#   tools/tidy.sh            sim, models, study, io, report, store, cli
#   tools/tidy.sh PATTERN    only the sources whose path contains PATTERN
#
# A source is read again only when it, a header or the rules changed since it last passed.
set -eu
cd "$(dirname "$0")/.."
database=build/clang/compile_commands.json
[ -f "$database" ] || cmake --preset clang >/dev/null

passed=build/clang/tidy
mkdir -p "$passed"
newest="$(find sim models study io report store cli tests bench .clang-tidy tests/.clang-tidy \
  \( -name '*.hpp' -o -name .clang-tidy \) -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -1 |
  cut -d' ' -f2-)"

sources="$(sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$database" |
  sed "s|^$PWD/||" | grep -v '^build/' |
  if [ "$#" -gt 0 ]; then grep -F "$1"; else grep -vE '^(tests|bench)/'; fi || true)"
due=""
for source in $sources; do
  stamp="$passed/$(echo "$source" | tr / _)"
  if [ ! -f "$stamp" ] || [ "$source" -nt "$stamp" ] || [ "$newest" -nt "$stamp" ]; then
    due="$due $source"
  fi
done
[ -n "$due" ] || { echo "tidy: all sources have passed already"; exit 0; }

echo "tidy: $(echo $due | wc -w) sources"
export passed
# shellcheck disable=SC2016
echo $due | tr ' ' '\n' | xargs -P "$(nproc)" -I{} sh -c '
  clang-tidy --quiet -p build/clang "$1" 2>/dev/null &&
  touch "$passed/$(echo "$1" | tr / _)"' tidy {}
