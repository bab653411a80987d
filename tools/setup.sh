#!/bin/sh
# Installs what is missing on Debian 12 and nothing else; when all is there it only asks dpkg,
# which takes a few hundredths of a second.
#
#   tools/setup.sh build   what the program and its tests need
#   tools/setup.sh check   also what `make check` needs
set -eu

build="g++ cmake ninja-build libboost-dev libboost-program-options-dev libeigen3-dev
       nlohmann-json3-dev libsqlite3-dev libxlsxwriter-dev doctest-dev
       python3 libreoffice-calc-nogui"
check="clang libclang-rt-14-dev clang-format clang-tidy emscripten python3-venv chromium poppler-utils"

case "${1:-}" in
  build) wanted="$build" ;;
  check) wanted="$build $check" ;;
  *) echo "usage: tools/setup.sh build|check" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: this is not Debian, so nothing is installed; the build needs these or their like:" >&2
  echo "  $(echo $wanted)" >&2
  exit 0
fi

missing=""
for package in $wanted; do
  if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
    missing="$missing $package"
  fi
done
# The commands count, not the packages: a node from elsewhere may bring npm along.
command -v node >/dev/null 2>&1 || missing="$missing nodejs"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "setup: these packages are missing, and installing them takes root:" >&2
    echo "  apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

echo "setup: installing$missing" >&2
# A list that cannot be refreshed may still be good enough; the install says if it is not.
$as_root apt-get -o DPkg::Lock::Timeout=300 -qq update >&2 ||
  echo "setup: the package lists could not be refreshed; going on with the old ones" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
  -qq install -y --no-install-recommends $missing >&2
