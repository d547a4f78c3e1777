#!/bin/sh
# Chromium for the tests of the page.
#   scripts/chromium.sh install   Debian's package, where it is missing (needs root)
#   scripts/chromium.sh find      prints where it is; status 3 where there is none
set -eu
found() { command -v "${READOUT_CHROMIUM:-chromium}" 2>/dev/null; }

case ${1:-} in
  install)
    found >/dev/null && exit 0
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends chromium >/dev/null
    ;;
  find)
    found || { echo "chromium.sh: no Chromium here" >&2; exit 3; }
    ;;
  *)
    sed -n '2,4p' "$0" | sed 's/^# \{0,1\}//'
    exit 2
    ;;
esac
