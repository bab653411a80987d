#!/bin/sh
# Writes pages of results and looks at them in a headless browser: tests/browser/look.mjs says what
# is looked for. Debian's chromium, or the browser that CHROMIUM names.
#
#   tools/browser.sh [--pictures FOLDER]     FOLDER: screenshots and printed pages, to be looked at
set -eu
cd "$(dirname "$0")/.."

out=build/browser-tests
mkdir -p "$out"
# What is installed is installed once for each lock file.
if ! cmp -s tests/browser/package-lock.json "$out/installed"; then
  cp tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc "$out/"
  (cd "$out" && npm ci --loglevel=error >/dev/null)
  cp tests/browser/package-lock.json "$out/installed"
fi

# What somebody might write into a scenario to harm who reads its results.
cat >"$out/hostile.json" <<'EOF'
{
  "extends": "../../scenarios/west-midlands.json",
  "title": "</title><script>document.title='broken'</script> & \"quotes\" <img src=x onerror=alert(1)>",
  "organisations": {"wmp": {"name": "=HYPERLINK(\"http://example.org\") <b>bold</b> </script>"}}
}
EOF

run() {
  build/ficap "$@" --quiet --force >/dev/null 2>"$out/said" || { cat "$out/said" >&2; exit 1; }
}
base=scenarios/west-midlands.json
run run "$base" --replications 20 --html "$out/run.html"
run run "$out/hostile.json" --replications 3 --html "$out/hostile.html" --marking OFFICIAL-SENSITIVE

run compare "$base" scenarios/five-more-investigators.json --replications 10 --html "$out/compare.html"
run compare "$base" scenarios/five-more-investigators.json scenarios/early-desk.json \
  scenarios/service-promise.json scenarios/announcement.json --replications 5 --html "$out/options.html"
run appraise scenarios/studies/west-midlands.json --replications 5 --rank-assumptions 2 \
  --engagement-curve 3 --html "$out/appraisal.html"

node tests/browser/look.mjs "$out" "$@" "$out/run.html" "$out/hostile.html" \
  "$out/compare.html" "$out/options.html" "$out/appraisal.html"
