#!/bin/sh
# Compiles sim/, models/, study/ and io/ with em++, so that nothing creeps in that a browser
# lacks, and runs under node the tests that hold results to the same bits everywhere.
set -eu
cd "$(dirname "$0")/.."

# Each line: the name of a test program and its source.
tests="same_bits tests/sim/same_bits_test.cpp
same_results tests/models/same_results_test.cpp"

# Debian's emscripten needs its own node modules.
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"

out=build/wasm
mkdir -p "$out/include"
# Never -I/usr/include: it would shadow the C library of the WebAssembly target.
for library in nlohmann boost doctest eigen3/Eigen; do
  ln -sfn "/usr/include/$library" "$out/include/$(basename "$library")"
done

version="$(sed -n 's/^project(ficap VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)"
sources=""
for layer in sim models study io; do
  [ ! -d "$layer" ] || sources="$sources $(find "$layer" -name '*.cpp' | LC_ALL=C sort)"
done

{
  echo "builddir = $out"
  echo "flags = -std=c++20 -O2 -ffp-contract=off -fwasm-exceptions -Wall -Wextra -Werror" \
    "-I. -isystem $out/include" \
    "-DEIGEN_DONT_VECTORIZE -DEIGEN_MPL2_ONLY -DDOCTEST_CONFIG_NO_POSIX_SIGNALS" \
    "-DFICAP_VERSION='\"$version\"' -DFICAP_SOURCE_DIR='\"$PWD\"'"
  # One file, because this loader cannot fetch a path under node 20; real files, because
  # tests read scenarios.
  echo "link = -O2 -fwasm-exceptions -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1 -sNODERAWFS=1" \
    "-sENVIRONMENT=node -sEXIT_RUNTIME=1"
  echo "rule compile"
  echo "  command = em++ \$flags -MMD -MF \$out.d -c \$in -o \$out"
  echo "  depfile = \$out.d"
  echo "  deps = gcc"
  echo "  description = em++ \$in"
  echo "rule link"
  echo "  command = em++ \$link \$in -o \$out"
  echo "  description = em++ \$out"

  objects=""
  for source in $sources; do
    object="$out/$source.o"
    objects="$objects $object"
    echo "build $object: compile $source"
  done
  echo "build $out/main.o: compile tests/main.cpp"
  echo "build $out/scenarios.o: compile tests/support/scenarios.cpp"
  echo "$tests" | while read -r name source; do
    if [ -f "$source" ]; then
      echo "build $out/$name.o: compile $source"
      echo "build $out/$name.js: link $out/$name.o $out/main.o $out/scenarios.o$objects"
    fi
  done
} >"$out/rules.ninja"

ninja -f "$out/rules.ninja" --quiet
echo "wasm: $(echo "$sources" | wc -w) sources compile"
echo "$tests" | while read -r name source; do
  [ ! -f "$source" ] || node "$out/$name.js"
done
