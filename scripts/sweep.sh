#!/bin/sh
# Removes what was compiled from sources that are gone. The compiler leaves it; it would count for the engine's version and be packed.
set -eu
cd "$(dirname -- "$0")/.."
for folder in src train bench scripts; do
  [ ! -d "dist/$folder" ] || find "dist/$folder" -type f \( -name '*.js' -o -name '*.d.ts' \)
done | while IFS= read -r file; do
  name=${file#dist/}
  name=${name%.js}
  name=${name%.d.ts}
  [ -e "$name.ts" ] || [ -e "$name.tsx" ] || rm -f "$file"
done
