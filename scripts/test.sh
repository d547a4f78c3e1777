#!/bin/sh
# `npm test`: installs and builds what is missing, then lint, types and all tests.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
scripts/setup.sh "$here"
node_modules/.bin/biome check .
node_modules/.bin/tsc -p tests
node dist/scripts/schema.js --check
node_modules/.bin/vitest run
