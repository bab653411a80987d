# The commands of this project; each installs what it needs, on Debian 12, if it is missing.
# CMakePresets.json has the builds themselves.

SCENARIO ?= scenarios/west-midlands.json
ARGS ?=
JOBS ?= $(shell nproc)
RESULTS := build/results/$(basename $(notdir $(SCENARIO)))

# A build is configured again when a list of sources, or the set of folders that have one, changes.
LISTS := CMakePresets.json $(wildcard CMakeLists.txt cmake/*.cmake */CMakeLists.txt tests/*/CMakeLists.txt)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run build test check asan tsan clang wasm headers format-check tidy notebooks browser format \
        bench pictures study verification expectations setup setup-check clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:
	@tools/setup.sh build

setup-check:
	@tools/setup.sh check

build/build.ninja: $(LISTS) | setup
	cmake --preset release

build/%/build.ninja: $(LISTS) | setup
	cmake --preset $*

build: setup build/build.ninja  ## the program, build/ficap
	@cmake --build --preset release -j $(JOBS)

run: build  ## simulate the West Midlands (SCENARIO=..., ARGS="--replications 50"); results under build/results
	@mkdir -p $(RESULTS)
	build/ficap run $(SCENARIO) --json $(RESULTS)/results.json --html $(RESULTS)/report.html --csv $(RESULTS) --force $(ARGS)

test: setup build/dev/build.ninja  ## build with warnings as errors, run all tests
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

check: format-check headers asan tsan wasm tidy notebooks browser  ## all that `make test` leaves out

asan: setup-check build/asan/build.ninja  ## tests as clang builds them, under its address and undefined-behaviour sanitisers
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)

tsan: setup build/tsan/build.ninja  ## tests with threads under the thread sanitiser
	cmake --build --preset tsan -j $(JOBS) --target ficap_threads
	ctest --preset tsan -j $(JOBS)

clang: setup-check build/clang/build.ninja  ## tests as clang optimises them; not part of `make check`
	cmake --build --preset clang -j $(JOBS)
	ctest --preset clang -j $(JOBS)

headers: setup build/dev/build.ninja  ## each public header compiles alone
	cmake --build --preset dev -j $(JOBS) --target all_verify_interface_header_sets

wasm: setup-check  ## em++ compiles what a browser runs; the same bits come out
	tools/wasm.sh

tidy: setup-check build/clang/build.ninja  ## clang-tidy, as errors
	tools/tidy.sh

format-check: setup-check
	tools/format.sh --check

format: setup-check  ## rewrite every source as clang-format wants it
	tools/format.sh

notebooks: setup-check build  ## run every notebook from clean
	tools/notebooks.sh

browser: setup-check build  ## look at the pages that the program writes in a headless browser (ARGS="--pictures FOLDER")
	tools/browser.sh $(ARGS)

bench: setup-check  ## cost per event beside a program by hand, SimPy and Ciw, and as WebAssembly (ARGS="--quick")
	cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release
	cmake --build build/bench -j $(JOBS) --target ficap_bench ficap_bench_scenario ficap_bench_growth_of_model ficap_bench_working_time
	tools/bench_python.sh
	tools/wasm.sh --bench
	python3 bench/side_by_side.py $(ARGS)
	build/bench/bench/ficap_bench_growth_of_model scenarios/west-midlands.json
	build/bench/bench/ficap_bench_working_time

pictures: run  ## draw the README's pictures anew
	@mkdir -p build/results/hidden-demand build/results/engagement
	build/ficap compare $(addprefix scenarios/,west-midlands.json five-more-investigators.json five-more-investigators-announced.json) \
	  --json build/results/hidden-demand/comparison.json --csv build/results/hidden-demand --force --quiet
	build/ficap engage scenarios/west-midlands.json --replications 100 --json build/results/engagement/curve.json --force --quiet
	tools/pictures.sh

study: build  ## appraise the West Midlands: the report, the workbook and the picture of the README
	@mkdir -p docs/studies
	build/ficap appraise scenarios/studies/west-midlands.json --html docs/studies/west-midlands.html \
	  --xlsx docs/studies/west-midlands.xlsx --force $(ARGS)
	@command -v chromium >/dev/null 2>&1 || tools/setup.sh check
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1100,2240 \
	  --virtual-time-budget=10000 --screenshot=docs/studies/west-midlands.png \
	  "file://$(CURDIR)/docs/studies/west-midlands.html" 2>/dev/null

verification: build  ## the tables of docs/verification.md
	python3 tools/verification.py $(ARGS)

expectations: build  ## what those who know the field expect, beside what comes out
	python3 tools/expectations.py $(ARGS)

clean:  ## remove build/ and all in it
	rm -rf build
