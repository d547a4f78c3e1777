#!/bin/sh
# setup.sh FOLDER [--whole]: installs the packages and builds, when either is missing or older than its source. Says what it
# does; silent when there is nothing to do. Does without a page that cannot be built, unless the whole is asked for.
set -eu
cd "$1"
whole=${2:-}

lacks_packages() { [ ! -e node_modules/.readout-lock ] || ! cmp -s package-lock.json node_modules/.readout-lock; }
# A folder is newer than the build when a file of it was removed or renamed.
lacks_build() { [ ! -e dist/.built ] || [ -n "$(find src train bench scripts tsconfig*.json -newer dist/.built \( -type d -o -name '*.ts' -o -name '*.tsx' -o -name 'tsconfig*.json' \) -print -quit)" ]; }
lacks_page() { [ ! -e dist/.page-built ] || [ -n "$(find src/web src/engine data models scripts -newer dist/.page-built -print -quit)" ]; }

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

install() {
  npm ci --no-audit --no-fund --loglevel=error >&2
  # The compiler remembers modules it did not find, and would not look for them again; bundles and page hold code of packages.
  rm -f dist/*.tsbuildinfo dist/.built dist/.page-built
  cp package-lock.json node_modules/.readout-lock
}

build() {
  node_modules/.bin/tsc -b >dist/.build-log 2>&1 || return 1
  scripts/sweep.sh
  rm -rf dist/bundle
  node_modules/.bin/rolldown --config dist/scripts/rolldown.config.js >>dist/.build-log 2>&1
}

fresh=
if lacks_packages; then
  echo "readout: installing packages (once; half a minute, or some minutes where the database driver has to be compiled) …" >&2
  install
  fresh=yes
fi

if lacks_build; then
  echo "readout: building …" >&2
  touch dist/.building
  # Packages and what the compiler remembers of them can be older than their mark: tried once more with everything new.
  built=yes
  build || built=
  if [ -z "$built" ] && [ -z "$fresh" ]; then
    echo "readout: the build failed; installing the packages anew …" >&2
    install
    built=yes
    build || built=
  fi
  if [ -z "$built" ]; then
    head -n 5 dist/.build-log >&2
    echo "readout: the program could not be built; all of the compiler's words are in dist/.build-log." >&2
    exit 1
  fi
  mv dist/.building dist/.built
fi

if lacks_page; then
  touch dist/.page-building
  # Only the page needs it: the other commands do not wait for its repair.
  if scripts/page.sh; then
    mv dist/.page-building dist/.page-built
  elif [ "$whole" = --whole ]; then
    echo "readout: the page could not be built." >&2
    exit 1
  else
    echo "readout: the page could not be built; every command but serve and demo works." >&2
  fi
fi
