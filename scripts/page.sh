#!/bin/sh
# Builds the page into dist/web.
set -eu
cd "$(dirname -- "$0")/.."
exec node_modules/.bin/vite build --config src/web/build/vite.config.ts
