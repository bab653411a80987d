#!/bin/sh
# Compiles sim/, models/, study/ and io/ with em++, so that nothing creeps in that a browser
# lacks, and runs under node the tests that hold results to the same bits everywhere.
#
#   tools/wasm.sh [--bench]     --bench: the programs of bench/ instead of the tests, not run
set -eu
cd "$(dirname "$0")/.."
case "${1-}" in
  "") bench="" ;;
  --bench) bench=yes ;;
  *)
    echo "usage: tools/wasm.sh [--bench]" >&2
    exit 2
    ;;
esac

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
  # Across files, because the engine of a browser puts no function into another. The rest is
  # WebAssembly 2.0, which every browser of the last years has.
  optimised="-O3 -flto -msimd128 -mbulk-memory -mnontrapping-fptoint -msign-ext"
  echo "flags = -std=c++20 $optimised -ffp-contract=off -fwasm-exceptions -Wall -Wextra -Werror" \
    "-I. -isystem $out/include" \
    "-DEIGEN_DONT_VECTORIZE -DEIGEN_MPL2_ONLY -DDOCTEST_CONFIG_NO_POSIX_SIGNALS" \
    "-DFICAP_VERSION='\"$version\"' -DFICAP_SOURCE_DIR='\"$PWD\"'"
  # One file, because this loader cannot fetch a path under node 20; real files, because
  # tests read scenarios.
  echo "link = $optimised -fwasm-exceptions -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1 -sNODERAWFS=1" \
    "-sENVIRONMENT=node -sEXIT_RUNTIME=1"
  echo "rule compile"
  echo "  command = em++ \$flags -MMD -MF \$out.d -c \$in -o \$out"
  echo "  depfile = \$out.d"
  echo "  deps = gcc"
  echo "  description = em++ \$in"
  echo "rule link"
  echo "  command = em++ \$link \$inlined \$in -o \$out"
  echo "  description = em++ \$out"

  objects=""
  for source in $sources; do
    object="$out/$source.o"
    objects="$objects $object"
    echo "build $object: compile $source"
  done
  works=""
  for work in hold network queue hand/hold hand/network hand/queue main; do
    works="$works $out/bench/$work.o"
    echo "build $out/bench/$work.o: compile bench/$work.cpp"
  done
  echo "build $out/bench/scenario.o: compile bench/scenario.cpp"
  # What is measured is put together more generously, at two thirds more bytes and minutes of
  # linking, which a test need not wait for.
  echo "build $out/ficap_bench.js: link $works$objects"
  echo "  inlined = -Wl,-mllvm,-inline-threshold=1500"
  echo "build $out/ficap_bench_scenario.js: link $out/bench/scenario.o$objects"
  echo "  inlined = -Wl,-mllvm,-inline-threshold=1500"
  echo "build bench: phony $out/ficap_bench.js $out/ficap_bench_scenario.js"
  echo "build $out/main.o: compile tests/main.cpp"
  echo "build $out/scenarios.o: compile tests/support/scenarios.cpp"
  linked=""
  for name in $(echo "$tests" | cut -d ' ' -f 1); do
    source="$(echo "$tests" | sed -n "s/^$name //p")"
    echo "build $out/$name.o: compile $source"
    echo "build $out/$name.js: link $out/$name.o $out/main.o $out/scenarios.o$objects"
    linked="$linked $out/$name.js"
  done
  echo "build tests: phony$linked"
} >"$out/rules.ninja"

if [ -n "$bench" ]; then
  ninja -f "$out/rules.ninja" --quiet bench
  exit
fi
ninja -f "$out/rules.ninja" --quiet tests
echo "wasm: $(echo "$sources" | wc -w) sources compile"
echo "$tests" | while read -r name _; do
  node "$out/$name.js"
done
