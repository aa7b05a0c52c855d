#!/bin/bash
# How many checks the prober makes beside prometheus-blackbox-exporter, and whether it keeps its time at the pace of a
# country.
#
#   ops/bench/probes.sh [target/layanan.jar]
#
# About four minutes. Speaks with this machine only. Needs nginx, wrk, prometheus-blackbox-exporter, openssl, curl and a
# JDK of 21 or newer. Both sides probe the same nginx (one worker, no keep-alive, no TLS sessions; ECDSA P-256 from an
# authority both validate) over a fresh connection each time, in turn, on the same processors; the median of the rounds
# counts. The prober stores every result meanwhile (StoredResults.java), as the portal does; the processor time of its
# PostgreSQL is not in "per second of processor time", but it takes its part of the processors. STORE=none stores nothing;
# else STORE names a java.util.function.Consumer of results on the class path (CLASSES adds to it).
set -euo pipefail

jar=${1:-target/layanan.jar}
rounds=${ROUNDS:-3}
seconds=${SECONDS_PER_RUN:-8}
warm_up=${SECONDS_WARM_UP:-20}
country=${SECONDS_COUNTRY:-45}
at_once=${AT_ONCE:-64}
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

PATH=$PATH:/usr/sbin
missing=()
for tool in nginx wrk prometheus-blackbox-exporter openssl curl; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing: ${missing[*]}. On Debian: apt-get install nginx-light wrk prometheus-blackbox-exporter openssl curl" >&2
  exit 2
fi

dir=$(mktemp -d)
pids=()
clean_up() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  if [ -f "$dir/nginx.pid" ]; then nginx -q -c "$dir/nginx.conf" -s stop 2>/dev/null || true; fi
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# --- what is probed
. "$here/site.sh"
http=http://127.0.0.1:18081/
https=https://127.0.0.1:18443/

# --- the others
cat >"$dir/blackbox.yml" <<EOF
modules:
  page:
    prober: http
    timeout: 5s
    http:
      preferred_ip_protocol: ip4
      tls_config:
        ca_file: $dir/authority.pem
EOF
prometheus-blackbox-exporter --config.file="$dir/blackbox.yml" --web.listen-address=127.0.0.1:18115 --log.level=error \
  2>"$dir/blackbox.log" &
blackbox=$!
pids+=("$blackbox")

# --- ours
"$java" -Djarmode=tools -jar "$jar" extract --destination "$dir/app" >/dev/null
classes="$dir/app/$(basename "$jar"):$dir/app/lib/*${CLASSES:+:$CLASSES}"
store=${STORE:-id.tangerangkota.layanan.availability.result.StoredResults}
if [ "$store" = id.tangerangkota.layanan.availability.result.StoredResults ]; then
  # Compiled: only classes of one loader see what is theirs alone.
  "${java}c" -nowarn -proc:none -cp "$classes" -d "$dir/bench" "$here/StoredResults.java"
  classes="$dir/bench:$classes"
fi
"$java" -cp "$classes" "$here/Probes.java" silence 18082 &
pids+=("$!")
if [ "$store" = none ]; then store=; fi
# Its output is for answers alone.
cat >"$dir/logback.xml" <<EOF
<configuration>
  <appender name="err" class="ch.qos.logback.core.ConsoleAppender">
    <target>System.err</target>
    <encoder><pattern>%level %logger %msg%n</pattern></encoder>
  </appender>
  <root level="warn"><appender-ref ref="err"/></root>
</configuration>
EOF
coproc "$java" -Xmx256m -Dlogback.configurationFile="$dir/logback.xml" ${store:+-Dstore="$store"} -cp "$classes" \
  "$here/Probes.java" probe "$dir/authority.pem" 2>"$dir/ours.log"
ours=$COPROC_PID
pids+=("$ours")
exec {from_ours}<&"${COPROC[0]}" {to_ours}>&"${COPROC[1]}"

ask() { # a line to ours, the line it answers
  echo "$1" >&"$to_ours"
  if ! read -r line <&"$from_ours"; then
    cat "$dir/ours.log" >&2
    exit 1
  fi
  echo "$line"
}
ask ready >/dev/null
success() { curl -fs --retry 5 --retry-connrefused "http://127.0.0.1:18115/probe?module=page&target=$1" | grep -q '^probe_success 1$'; }
for url in "$http" "$https"; do
  if ! success "$url"; then
    echo "blackbox_exporter cannot probe $url" >&2
    exit 1
  fi
done

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
probe_blackbox() { # url, seconds: probes per second and per second of processor time
  local before after out
  before=$(cpu_ticks "$blackbox")
  out=$(wrk -t1 -c"$at_once" -d"$2s" "http://127.0.0.1:18115/probe?module=page&target=$1")
  after=$(cpu_ticks "$blackbox")
  if grep -q 'Non-2xx' <<<"$out"; then
    echo "$out" >&2
    exit 1
  fi
  awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" \
    '/requests in/ { n = $1; s = $4; sub("s,", "", s) } END { printf "%.0f %.0f\n", n / s, n / (ticks / hertz) }' <<<"$out"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for url in "$http" "$https"; do
  ask "$url $at_once $warm_up" >/dev/null
  probe_blackbox "$url" 2 >/dev/null
  : >"$dir/ours.txt"
  : >"$dir/blackbox.txt"
  for _ in $(seq "$rounds"); do
    ask "$url $at_once $seconds" >>"$dir/ours.txt"
    probe_blackbox "$url" "$seconds" >>"$dir/blackbox.txt"
  done
  our_rate=$(cut -d' ' -f1 "$dir/ours.txt" | median)
  our_cpu=$(cut -d' ' -f2 "$dir/ours.txt" | median)
  rate=$(cut -d' ' -f1 "$dir/blackbox.txt" | median)
  cpu=$(cut -d' ' -f2 "$dir/blackbox.txt" | median)
  echo "${url%%:*}"
  printf '  blackbox_exporter: %6d probes/s, %6d per second of processor time\n' "$rate" "$cpu"
  printf '  prober:            %6d probes/s, %6d per second of processor time: %s and %s times as many\n' "$our_rate" "$our_cpu" \
    "$(awk "BEGIN { printf \"%.1f\", $our_rate / $rate }")" "$(awk "BEGIN { printf \"%.1f\", $our_cpu / $cpu }")"
  sed 's/^\([0-9]* [0-9]*\) /    /' "$dir/ours.txt"
done
if ! success "$https"; then
  echo "blackbox_exporter failed on the way" >&2
  exit 1
fi
echo 'A country: 105,884 services a minute over https, 5 % of them silent'
echo "  $(ask "country $https http://127.0.0.1:18082/ $country")"
