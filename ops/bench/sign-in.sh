#!/bin/bash
# How many people sign in per second, and how much slower a kept page gets while 200 try to.
#
#   ops/bench/sign-in.sh [target/layanan.jar]
#
# About four minutes. Starts a portal of its own with an empty database and without throttles for accounts and networks,
# and stops it again. Portal, database and visitors share this machine. Needs a JDK of 21 or newer.
set -euo pipefail

jar=${1:-target/layanan.jar}
port=${PORT:-18090}
seconds=${SECONDS_PER_RUN:-30}
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

dir=$(mktemp -d)
pid=
clean_up() {
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

tries=1000000
# shellcheck disable=SC2086 # several options in one variable
"$java" ${PORTAL_OPTIONS:-} -jar "$jar" --server.port="$port" --management.server.port=0 --layanan.data-dir="$dir/data" \
  --layanan.public-url="http://127.0.0.1:$port" \
  --layanan.identity.throttle.account-tries=$tries --layanan.identity.throttle.network-tries=$tries >"$dir/log" 2>&1 &
pid=$!
for _ in $(seq 120); do
  if curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; then break; fi
  if ! kill -0 "$pid" 2>/dev/null; then
    cat "$dir/log" >&2
    exit 1
  fi
  sleep 1
done

bench() { exec "$java" "$here/SignIns.java" "$1" "http://127.0.0.1:$port" "$seconds"; }
coproc bench read
reader_out=${COPROC[0]} reader_in=${COPROC[1]}
exec {reader_out}<&"$reader_out" {reader_in}>&"$reader_in"
coproc bench sign-in 2>/dev/null
exec {people_out}<&"${COPROC[0]}" {people_in}>&"${COPROC[1]}"

round() { # what is printed, then how people sign in
  echo "$1"
  if [ -n "${2:-}" ]; then echo "$2" >&"$people_in"; fi
  echo >&"$reader_in"
  read -r line <&"$reader_out"
  echo "  reading:    $line"
  if [ -n "${2:-}" ]; then
    read -r line <&"$people_out"
    echo "  signing in: $line"
  fi
}

round 'Warming up' '8 patiently' >/dev/null
round 'Nobody signs in'
# What a full core costs readers, whoever fills it.
timeout "$seconds" sh -c 'while :; do :; done' &
round 'Nobody signs in, something else keeps one core busy'
round '8 at once' '8 patiently'
round '200 at once, who wait as they are told' '200 patiently'
round '200 at once, who never wait' '200 impatiently'
