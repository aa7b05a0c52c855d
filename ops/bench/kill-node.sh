#!/bin/bash
# Two nodes share the checks of a city; one of them is killed (SIGKILL). Says how long a service stayed unchecked at most,
# how many were checked again within half an interval (missed checks that were made up for), and how many twice in one
# interval of theirs: none should be.
#
#   ops/bench/kill-node.sh [target/layanan.jar]
#
# About four minutes. Speaks with this machine only. Needs nginx, psql, curl and a JDK of 21 or newer.
set -euo pipefail

jar=${1:-target/layanan.jar}
services=${SERVICES:-206}
interval=60
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

PATH=$PATH:/usr/sbin
dir=$(mktemp -d)
pids=()
clean_up() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ -f "$dir/nginx.pid" ]; then nginx -q -c "$dir/nginx.conf" -s stop 2>/dev/null || true; fi
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

{
  if [ "$(id -u)" = 0 ]; then echo 'user root;'; fi
  cat <<EOF
worker_processes 1;
pid $dir/nginx.pid;
error_log $dir/nginx.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $dir; proxy_temp_path $dir; fastcgi_temp_path $dir; uwsgi_temp_path $dir; scgi_temp_path $dir;
  server { listen 127.0.0.1:18081; return 200 'Selamat datang'; }
  server { listen 127.0.0.1:18083; return 200 'Selamat datang'; }
  server { listen 127.0.0.1:18084; return 200 'Selamat datang'; }
}
EOF
} >"$dir/nginx.conf"
nginx -q -c "$dir/nginx.conf"

node() { # number, further options
  local number=$1
  shift
  "$java" -Xmx256m -jar "$jar" --server.port="1${number}080" --management.server.port="1${number}090" \
    --layanan.availability.enabled=true --layanan.availability.allowed-networks=127.0.0.0/8 \
    --layanan.availability.canaries=http://127.0.0.1:18081/,http://127.0.0.1:18083/,http://127.0.0.1:18084/ \
    --layanan.availability.probe.ports=18081,18083,18084 --layanan.availability.probe.per-host=100 \
    --layanan.vault.directory="$dir/keys" "$@" >"$dir/node$number.log" 2>&1 &
  pids+=("$!")
  if ! curl -fs --retry 120 --retry-delay 1 --retry-all-errors -o /dev/null "http://127.0.0.1:1${number}080/readyz"; then
    tail -30 "$dir/node$number.log" >&2
    exit 1
  fi
}
node 8 --layanan.data-dir="$dir/data" --layanan.vault.generate=true
port=$(sed -n 4p "$dir/data/postgres/postmaster.pid")
node 9 --spring.datasource.url="jdbc:postgresql://127.0.0.1:$port/postgres" --spring.datasource.username=postgres
victim=${pids[1]}
sql() { psql -qAt -h 127.0.0.1 -p "$port" -U postgres -d postgres -v ON_ERROR_STOP=1 -c "$1"; }

sql "update availability.check_definition set removed_at = now(), changed = (select version + 1 from availability.check_version)"
sql "insert into availability.check_definition (service_id, platform, kind, target, method, statuses, redirects, timeout_ms,
    slow_ms, interval_s, failures, successes, slows, mode, changed)
  select gen_random_uuid(), 'WEB', 'HTTP', 'http://127.0.0.1:18081/?' || n, 'GET', '200-399', true, 5000, 3000, $interval, 3, 2, 3,
    'COUNTED', (select version + 1 from availability.check_version)
  from generate_series(1, $services) n"
sql "update availability.check_version set version = version + 1"
sleep 80
echo "Shards before: $(sql "select string_agg(n::text, ' and ') from (select count(*) n from availability.shard group by holder) s")"
killed=$(sql "select clock_timestamp()")
kill -9 "$victim"
sleep 130
echo "Shards after:  $(sql "select string_agg(n::text, ' and ') from (select count(*) n from availability.shard where leased_until > now() group by holder) s")"
sql "with r as (
    select check_id, at, lead(at) over (partition by check_id order by at) as next
    from availability.result join availability.check_definition d on d.id = check_id and d.removed_at is null
    where at > timestamptz '$killed' - interval '60 seconds')
  select 'Services with results: ' || count(distinct check_id) || '; longest time between two checks: '
    || max(extract(epoch from coalesce(next, now()) - at))::numeric(6, 1) || ' s of at most ' || 2 * $interval
    || '; checked again within half an interval: ' || count(*) filter (where next - at < interval '30 seconds') from r"
# Where its intervals begin follows from the number of a check, as in Slots.
sql "with r as (
    select check_id, floor((extract(epoch from at) * 1000
      - div(mod(check_id::numeric * 11400714819323198485, 18446744073709551616) * $interval * 1000, 18446744073709551616))
      / ($interval * 1000)) as number
    from availability.result join availability.check_definition d on d.id = check_id and d.removed_at is null
    where at > timestamptz '$killed' - interval '60 seconds')
  select 'Services checked twice in one interval: ' || count(distinct check_id)
  from (select check_id from r group by check_id, number having count(*) > 1) twice"
sql "select 'States that are not up: ' || count(*) from availability.service_interval i
  join availability.check_definition d on d.service_id = i.service_id and d.removed_at is null
  where i.ends is null and i.state <> 'UP'"
