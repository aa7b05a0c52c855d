#!/bin/bash
# The whole portal at the pace of a country: 105,884 services a minute over HTTPS, every result stored, 5 % of the
# services silent. Says how late checks start, what is stored and lost, and how much memory and processor it takes.
#
#   ops/bench/country.sh [target/layanan.jar]
#
# About six minutes. Speaks with this machine only. Needs nginx, openssl, psql, curl and a JDK of 21 or newer. The portal
# runs on its embedded PostgreSQL; nginx (one worker, no keep-alive, no TLS sessions) answers on the same processors.
set -euo pipefail

jar=${1:-target/layanan.jar}
services=${SERVICES:-105884}
warm_up=${SECONDS_WARM_UP:-150}
seconds=${SECONDS_PER_RUN:-120}
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd

PATH=$PATH:/usr/sbin
missing=()
for tool in nginx openssl psql curl; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing: ${missing[*]}. On Debian: apt-get install nginx-light openssl postgresql-client curl" >&2
  exit 2
fi

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

# --- what is checked
. "$here/site.sh"

"$java" -Djarmode=tools -jar "$jar" extract --destination "$dir/app" >/dev/null
classes="$dir/app/$(basename "$jar"):$dir/app/lib/*"
"$java" -Xmx64m -cp "$classes" "$here/Probes.java" silence 18082 &
pids+=("$!")

# --- the portal
ulimit -n "$(ulimit -Hn)"
# shellcheck disable=SC2086 # several options, such as the image's -XX:+UseCompactObjectHeaders, which want Java 25
"$java" -Xmx${HEAP:-512m} ${PORTAL_OPTIONS:-} -jar "$jar" --server.port=18080 --management.server.port=18090 \
  --layanan.data-dir="$dir/data" --layanan.vault.generate=true \
  --layanan.availability.enabled=true --layanan.availability.allowed-networks=127.0.0.0/8 \
  --layanan.availability.canaries=http://127.0.0.1:18081/,https://127.0.0.1:18443/,http://localhost:18081/ \
  --layanan.availability.probe.ports=18081,18082,18443 --layanan.availability.probe.per-host=4000 \
  --layanan.availability.probe.trust-anchors="$dir/authority.pem" >"$dir/portal.log" 2>&1 &
portal=$!
pids+=("$portal")
if ! curl -fs --retry 120 --retry-delay 1 --retry-all-errors -o /dev/null http://127.0.0.1:18080/readyz; then
  tail -50 "$dir/portal.log" >&2
  exit 1
fi
port=$(sed -n 4p "$dir/data/postgres/postmaster.pid")
sql() { psql -qAt -h 127.0.0.1 -p "$port" -U postgres -d "${DATABASE:-postgres}" -v ON_ERROR_STOP=1 -c "$1"; }

# The city's own addresses cannot be reached from here.
sql "update availability.check_definition set removed_at = now(), changed = (select version + 1 from availability.check_version)"
sql "insert into availability.check_definition (service_id, platform, kind, target, method, statuses, redirects, timeout_ms,
    slow_ms, interval_s, failures, successes, slows, mode, changed)
  select gen_random_uuid(), 'WEB', 'HTTP', case when n % 20 = 0 then 'http://127.0.0.1:18082/' else 'https://127.0.0.1:18443/' end,
    'GET', '200-399', true, 5000, 3000, 60, 3, 2, 3, 'COUNTED', (select version + 1 from availability.check_version)
  from generate_series(1, $services) n"
sql "update availability.check_version set version = version + 1"
echo "$services services; warming up for $warm_up s"
sleep "$warm_up"

metric() { # name and labels as a pattern: the sum
  curl -fs http://127.0.0.1:18090/actuator/prometheus | awk -v name="$1" 'index($0, name) == 1 { s += $NF } END { printf "%.0f\n", s }'
}
bucket() { curl -fs http://127.0.0.1:18090/actuator/prometheus | grep '^layanan_availability_lag_seconds_bucket' >"$1"; }
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
count() { sql "select count(*) from availability.result where at >= '$1' and at < '$2'"; }

from=$(date -u +%FT%TZ)
bucket "$dir/before"
before=$(ticks "$portal")
lost=$(metric layanan_availability_lost_total)
up=$(metric 'layanan_availability_results_total{outcome="up"')
down=$(metric 'layanan_availability_results_total{outcome="down"')
void=$(metric 'layanan_availability_results_total{outcome="void"')
sleep "$seconds"
after=$(ticks "$portal")
bucket "$dir/after"
to=$(date -u +%FT%TZ)
echo "Stored by outcome, a minute:" \
  "up $((($(metric 'layanan_availability_results_total{outcome="up"') - up) * 60 / seconds))," \
  "down $((($(metric 'layanan_availability_results_total{outcome="down"') - down) * 60 / seconds))," \
  "void $((($(metric 'layanan_availability_results_total{outcome="void"') - void) * 60 / seconds));" \
  "lost $(($(metric layanan_availability_lost_total) - lost))"
paste "$dir/before" "$dir/after" | awk '{ match($0, /le="[^"]*"/); le = substr($0, RSTART + 4, RLENGTH - 5); n[++i] = $NF - $(NF / 2); at[i] = le }
  END { for (q = 1; q <= 3; q++) { p = (q == 1) ? 0.5 : (q == 2) ? 0.99 : 0.999
    for (j = 1; j <= i; j++) if (n[j] >= p * n[i]) { printf "Start lag of %s of 100: at most %.1f ms\n", p * 100, at[j] * 1000; break } } }'
sleep 10
expected=$((services * seconds / 60))
echo "Rows of the $seconds s: $(count "$from" "$to"); at least $expected planned, confirmations come on top"
awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v s="$seconds" 'BEGIN { printf "Processor time of the portal: %.2f cores\n", t / hz / s }'
"$jcmd" "$portal" GC.run >/dev/null
sleep 2
echo "Live heap: $(("$(metric 'jvm_memory_used_bytes{area="heap"')" / 1048576)) MB"
echo "Services by state: $(sql "select string_agg(state || ' ' || n, ', ') from (select state, count(*) n from availability.service_interval where ends is null and reason is distinct from 'x' group by state) s")"
echo "Largest batch wait: $(metric layanan_availability_waiting) results wait now"
