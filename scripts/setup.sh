#!/bin/sh
# Installs the packages and builds, when either is missing or older than its source. Says what it does; silent when there is nothing to do.
set -eu
cd "$1"

lacks_packages() { [ ! -e node_modules/.readout-lock ] || ! cmp -s package-lock.json node_modules/.readout-lock; }
lacks_build() { [ ! -e dist/.built ] || [ -n "$(find src train bench scripts tsconfig*.json -newer dist/.built \( -name '*.ts' -o -name '*.tsx' -o -name 'tsconfig*.json' \) -print -quit)" ]; }
lacks_page() { [ ! -e dist/.page-built ] || [ -n "$(find src/web src/engine data models -newer dist/.page-built -type f -print -quit)" ]; }

lacks_packages || lacks_build || lacks_page || exit 0

# One at a time: a second copy of the program waits for the first, and goes on itself where that was killed.
mkdir -p dist
lock=dist/.setting-up
waited=0
until mkdir "$lock" 2>/dev/null; do
  [ "$waited" -ne 1 ] || echo "readout: waiting for another copy that sets the program up …" >&2
  owner=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$lock"; fi
  if [ -z "$owner" ] && [ "$waited" -gt 10 ]; then rm -rf "$lock"; fi
  sleep 1
  waited=$((waited + 1))
done
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM
echo $$ >"$lock/pid"

if lacks_packages; then
  echo "readout: installing packages (once; about half a minute) …" >&2
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.readout-lock
fi

if lacks_build; then
  echo "readout: building …" >&2
  touch dist/.building
  node_modules/.bin/tsc -b >&2
  # One file a command instead of two hundred: the program starts a tenth of a second sooner.
  rm -rf dist/bundle
  node_modules/.bin/rolldown dist/src/cli/main.js --dir dist/bundle --format esm --platform node \
    --external better-sqlite3 --external pg --external warcio --external pino >/dev/null
  mv dist/.building dist/.built
fi

if lacks_page; then
  touch dist/.page-building
  scripts/page.sh
  mv dist/.page-building dist/.page-built
fi
