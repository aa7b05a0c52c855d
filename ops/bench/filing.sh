#!/bin/bash
# How many complaints are handed in per second, each committed with fsync, without and with a photo; beside pgbench, which
# inserts as many rows of that size in each transaction at the same concurrency on the same server, with and without the
# bytes of the photo. What the desk takes without the web in front (Desk.java), also with a photo that was uploaded before, is
# said, too: pgbench has none.
#
#   ops/bench/filing.sh [target/layanan.jar]
#
# About six minutes. Starts a portal of its own on its embedded PostgreSQL (durable), and stops it again. Portal, database
# and people share this machine, so the people are wrk, which costs as little as pgbench; with a photo they are Java, whose part
# is small then. Needs pgbench and psql (Debian: postgresql-contrib), wrk, and a JDK of 21 or newer.
set -euo pipefail

jar=${1:-target/layanan.jar}
port=${PORT:-18090}
people=${PEOPLE:-16}
seconds=${SECONDS_PER_RUN:-40}
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

for tool in pgbench psql curl wrk; do
  command -v "$tool" >/dev/null || { echo "Missing: $tool" >&2; exit 2; }
done

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

# shellcheck disable=SC2086 # several options, or a class path instead of a jar
"$java" ${PORTAL_OPTIONS:-} ${PORTAL:--jar "$jar"} --server.port="$port" --management.server.port=0 \
  --layanan.data-dir="$dir/data" --layanan.vault.generate=true --layanan.public-url="http://127.0.0.1:$port" \
  --server.forward-headers-strategy=native >"$dir/log" 2>&1 &
pid=$!
ready=
for _ in $(seq "${START_SECONDS:-180}"); do
  if curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; then ready=yes; fi
  if [ -n "$ready" ] || ! kill -0 "$pid" 2>/dev/null; then break; fi
  sleep 1
done
if [ -z "$ready" ]; then
  tail -50 "$dir/log" >&2
  exit 1
fi
base=$(sed -n 4p "$dir/data/postgres/postmaster.pid")
export PGOPTIONS="-c client_min_messages=warning"
sql() { psql -qAt -h 127.0.0.1 -p "$base" -U postgres -d "${DATABASE:-postgres}" -v ON_ERROR_STOP=1 -c "$1"; }
file() { # seconds [photo]
  if [ -n "${2:-}" ]; then
    "$java" "$here/Filings.java" "http://127.0.0.1:$port" "$people" "$1"
  else
    wrk -t 2 -c "$people" -d "$1s" --timeout 10s -s "$here/filing.lua" "http://127.0.0.1:$port/pengaduan/baru/kirim" |
      grep -E 'Requests/sec|Non-2xx|Socket' | tr '\n' ' '
  fi
}
rows() { # inserted so far, but those of sessions and throttles, which are not the complaint's
  sql "select sum(n_tup_ins) from pg_stat_user_tables where schemaname in ('complaint', 'notification', 'attachment', 'audit')"
}
size() {
  sql "select sum(pg_total_relation_size(relid)) from pg_stat_user_tables
    where schemaname in ('complaint', 'notification', 'attachment', 'audit')"
}

echo "fsync $(sql 'show fsync'), synchronous_commit $(sql 'show synchronous_commit'), $people people at once, $seconds s a round"
rate() { # rows [photo]
  {
    echo "\\set key random(1, 2000000000)"
    echo "begin;"
    for ((i = 0; i < $1; i++)); do
      echo "insert into bench_row (key, place, words) values (:key, $i, repeat('Lubang itu dalam, airnya tidak surut. ', 8));"
    done
    if [ -n "${2:-}" ]; then
      # What the database keeps of a photo: as it is shown, and the small one.
      echo "insert into bench_photo (key, bytes) values (:key, (select bytes from bench_sample));"
    fi
    echo "commit;"
  } >"$dir/insert.sql"
  sql 'drop table if exists bench_row, bench_photo, bench_sample'
  sql 'create table bench_row (id bigint generated always as identity primary key, key bigint, place integer, words text)'
  sql 'create index on bench_row (key)'
  sql 'create table bench_photo (id bigint generated always as identity primary key, key bigint, bytes bytea)'
  sql 'create table bench_sample as select bytes from attachment.content order by length(bytes) desc limit 1'
  pgbench -n -h 127.0.0.1 -p "$base" -U postgres -c "$people" -j 2 -T "$seconds" -f "$dir/insert.sql" "${DATABASE:-postgres}" |
    grep -E '^tps'
}
file "${WARM_UP_SECONDS:-60}" >/dev/null # until its code is compiled
file 10 photo >/dev/null
for kind in '' photo; do
  sleep 2 # statistics are written with some delay
  before=$(rows)
  count=$(sql 'select count(*) from complaint.submission')
  line=$(file "$seconds" $kind)
  sleep 2
  filed=$(($(sql 'select count(*) from complaint.submission') - count))
  each=$((($(rows) - before + filed / 2) / filed))
  plain=${plain:-$each}
  echo "handed in${kind:+ with a photo}: $((filed / seconds)) per second; $each rows each; $line"
  echo "pgbench${kind:+ with a photo}: $(rate "$each" $kind)"
done
# A photo that was uploaded before gets its owner: a row more.
echo "pgbench, a row more: $(rate $((plain + 1)))"

"$java" -Djarmode=tools -jar "$jar" extract --destination "$dir/app" >/dev/null
classes="$dir/app/$(basename "$jar"):$dir/app/lib/*"
# Compiled: only classes of one loader see what is theirs alone.
"${java}c" -nowarn -proc:none -cp "$classes" -d "$dir/bench" "$here/Desk.java"
"$java" ${PORTAL_OPTIONS:-} -cp "$dir/bench:$classes" Desk "$people" "${WARM_UP_SECONDS:-60}" \
  "$seconds" --server.port=0 --management.server.port=0 --layanan.data-dir="$dir/desk" --layanan.vault.directory="$dir/data/keys" \
  --spring.datasource.url="jdbc:postgresql://127.0.0.1:$base/${DATABASE:-postgres}" --spring.datasource.username=postgres \
  >"$dir/desk.log" 2>&1 || { tail -50 "$dir/desk.log" >&2; exit 1; }
grep '^the desk alone' "$dir/desk.log"
echo "on disk: $(($(size) / 1048576)) MB, $(sql 'select count(*) from complaint.complaint') complaints"
