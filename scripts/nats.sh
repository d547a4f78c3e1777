#!/bin/sh
# Brokers of one's own, for tests: nats-server with JetStream on the loopback alone, in a folder that can be thrown away.
#   scripts/nats.sh install               Debian's package, where it is missing (needs root)
#   scripts/nats.sh start FOLDER [NODES]  starts one, or a cluster of NODES; prints their addresses with commas between
#   scripts/nats.sh again FOLDER NODE     starts a node (1 …) again that was killed
#   scripts/nats.sh kill FOLDER NODE      kills a node with -9
#   scripts/nats.sh stop FOLDER           stops them all
set -eu
server=${READOUT_NATS_SERVER:-$(command -v nats-server || echo /usr/sbin/nats-server)}

# Free ports, asked from the system.
free_ports() {
  node -e 'const net = require("net"); const servers = Array.from({ length: Number(process.argv[1]) }, () => net.createServer().listen(0, "127.0.0.1"));
    Promise.all(servers.map((s) => new Promise((r) => s.once("listening", r)))).then(() => { for (const s of servers) { console.log(s.address().port); s.close(); } })' "$1"
}

run() { # FOLDER NODE
  "$server" -c "$1/$2.conf" >>"$1/$2.log" 2>&1 &
  echo $! >"$1/$2.pid"
}

configure() { # FOLDER NODE PORT CLUSTER_PORT ROUTES
  {
    echo "server_name: node$2"
    echo "listen: 127.0.0.1:$3"
    echo "max_payload: 8MB"
    echo "jetstream { store_dir: \"$1/store$2\", max_file_store: 20GB, max_memory_store: 64MB }"
    [ -z "$5" ] || echo "cluster { name: tests, listen: 127.0.0.1:$4, routes: [$5] }"
  } >"$1/$2.conf"
}

wait_for() { # PORT
  for _ in $(seq 100); do
    node -e 'const s = require("net").connect(Number(process.argv[1]), "127.0.0.1", () => process.exit(0)); s.on("error", () => process.exit(1))' "$1" && return 0
    sleep 0.1
  done
  return 1
}

case ${1:-} in
  install)
    [ -x "$server" ] && exit 0
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends nats-server >/dev/null
    ;;
  start)
    folder=$2
    nodes=${3:-1}
    [ -x "$server" ] || { echo "nats.sh: no nats-server here" >&2; exit 3; }
    mkdir -p "$folder"
    ports=$(free_ports $((nodes * 2)))
    routes=
    for node in $(seq "$nodes"); do
      routes="$routes${routes:+, }\"nats://127.0.0.1:$(echo "$ports" | sed -n "$((nodes + node))p")\""
    done
    [ "$nodes" -gt 1 ] || routes=
    addresses=
    for node in $(seq "$nodes"); do
      port=$(echo "$ports" | sed -n "${node}p")
      configure "$folder" "$node" "$port" "$(echo "$ports" | sed -n "$((nodes + node))p")" "$routes"
      run "$folder" "$node"
      addresses="$addresses${addresses:+,}nats://127.0.0.1:$port"
    done
    for node in $(seq "$nodes"); do
      wait_for "$(echo "$ports" | sed -n "${node}p")" || { echo "nats.sh: node $node did not start: $(tail -n 1 "$folder/$node.log")" >&2; exit 1; }
    done
    echo "$addresses"
    ;;
  again)
    run "$2" "$3"
    ;;
  kill)
    kill -9 "$(cat "$2/$3.pid")" 2>/dev/null || true
    ;;
  stop)
    for pid in "$2"/*.pid; do kill -9 "$(cat "$pid")" 2>/dev/null || true; done
    ;;
  *)
    sed -n '2,7p' "$0" | sed 's/^# \{0,1\}//'
    exit 2
    ;;
esac
