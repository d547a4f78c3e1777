#!/bin/sh
# Builds the page into dist/web.
set -eu
cd "$(dirname -- "$0")/.."
# Whatever it is started by: a test says it is one, and React would be built for trying out.
NODE_ENV=production exec node_modules/.bin/vite build --config src/web/build/vite.config.ts
