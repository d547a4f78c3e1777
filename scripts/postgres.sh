#!/bin/sh
# A PostgreSQL 15 of one's own, for tests: on the loopback alone, in a folder that can be thrown away.
#   scripts/postgres.sh install        Debian's package, where it is missing (needs root)
#   scripts/postgres.sh start FOLDER   makes and starts one there; prints its address (postgres://…)
#   scripts/postgres.sh kill FOLDER    kills it with -9
#   scripts/postgres.sh again FOLDER   starts it again, at the same address
#   scripts/postgres.sh stop FOLDER    stops it
set -eu
bin=${READOUT_POSTGRES_BIN:-/usr/lib/postgresql/15/bin}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

run() { # FOLDER PORT
  as_owner "$bin/pg_ctl" -D "$1/data" -w -l "$1/log" -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start >/dev/null
}

case ${1:-} in
  install)
    [ -x "$bin/postgres" ] && exit 0
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends postgresql-15 >/dev/null
    ;;
  start)
    folder=$2
    [ -x "$bin/postgres" ] || { echo "postgres.sh: no PostgreSQL 15 in $bin" >&2; exit 3; }
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    # A free port, asked from the system.
    port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
    as_owner "$bin/initdb" -D "$folder/data" -U readout -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    echo "$port" >"$folder/port"
    run "$folder" "$port"
    echo "postgres://readout@127.0.0.1:$port/postgres"
    ;;
  kill)
    kill -9 "$(head -n 1 "$2/data/postmaster.pid")"
    ;;
  again)
    # The server's own processes end by themselves when they miss it; until then it does not start.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      run "$2" "$(cat "$2/port")" && exit 0
      sleep 1
    done
    exit 1
    ;;
  stop)
    as_owner "$bin/pg_ctl" -D "$2/data" -m immediate stop >/dev/null
    ;;
  *)
    sed -n '2,7p' "$0" | sed 's/^# \{0,1\}//'
    exit 2
    ;;
esac
