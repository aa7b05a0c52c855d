#!/bin/bash
# How near the portal's page cache comes to nginx serving the same bytes from disk, and what an uncached search costs.
#
#   ops/bench/pages.sh [http://127.0.0.1:8080]
#
# About five minutes. Speaks with this machine only. Needs wrk, nginx and curl.
# nginx answers with the body alone; the portal also sends its security headers, so the comparison favours nginx.
set -euo pipefail

portal=${1:-http://127.0.0.1:8080}
portal=${portal%/}
static=http://127.0.0.1:18080
pages=(/ /layanan /layanan/spmb)
rounds=3
seconds=${SECONDS_PER_RUN:-10}
warm_up=${SECONDS_WARM_UP:-5}
here=$(cd "$(dirname "$0")" && pwd)

PATH=$PATH:/usr/sbin
missing=()
for tool in wrk nginx curl; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing: ${missing[*]}. On Debian: apt-get install ${missing[*]}" >&2
  exit 2
fi
case $portal in
  http://127.0.0.1:* | http://localhost:* | http://\[::1\]:*) ;;
  *)
    echo "Only a portal on this machine is measured, not $portal." >&2
    exit 2
    ;;
esac

dir=$(mktemp -d)
clean_up() {
  if [ -f "$dir/nginx.pid" ]; then nginx -q -c "$dir/nginx.conf" -s quit 2>/dev/null || true; fi
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# --- the same bytes, served by nginx
mkdir "$dir/root"
locations=
for i in "${!pages[@]}"; do
  file=$dir/root/$i.html
  headers=$(curl -sS --fail --max-time 20 -H 'Accept-Encoding: gzip' -D - -o "$file.gz" "$portal${pages[i]}" | tr -d '\r')
  if ! grep -qi '^content-encoding: gzip$' <<<"$headers"; then
    echo "$portal${pages[i]} did not come compressed, so there is nothing to compare." >&2
    exit 1
  fi
  gzip -dc "$file.gz" >"$file"
  printf '%-16s %7d bytes, %6d compressed\n' "${pages[i]}" "$(stat -c %s "$file")" "$(stat -c %s "$file.gz")"
  locations+="    location = ${pages[i]} { try_files /$i.html =404; }"$'\n'
done

{
  if [ "$(id -u)" = 0 ]; then echo 'user root;'; fi
  cat <<CONF
worker_processes auto;
pid $dir/nginx.pid;
error_log $dir/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  default_type text/html;
  sendfile on;
  tcp_nopush on;
  gzip_static on;
  keepalive_requests 1000000;
  open_file_cache max=100 inactive=1h;
  open_file_cache_valid 1h;
  client_body_temp_path $dir/t1;
  proxy_temp_path $dir/t2;
  fastcgi_temp_path $dir/t3;
  uwsgi_temp_path $dir/t4;
  scgi_temp_path $dir/t5;
  server {
    listen 127.0.0.1:18080;
    root $dir/root;
$locations  }
}
CONF
} >"$dir/nginx.conf"
nginx -q -c "$dir/nginx.conf"

for i in "${!pages[@]}"; do
  curl -sS --fail --max-time 5 -H 'Accept-Encoding: gzip' -o "$dir/check" "$static${pages[i]}"
  cmp "$dir/check" "$dir/root/$i.html.gz"
done

# --- measuring
load() { # seconds, URL, a Lua script and its arguments if any; prints requests a second
  local seconds=$1 url=$2 script=() out
  shift 2
  if [ $# -gt 0 ]; then
    script=(-s "$1")
    shift
  fi
  out=$(timeout $((seconds + 20)) wrk -t1 -c32 -d"${seconds}s" -H 'Accept-Encoding: gzip' "${script[@]}" "$url" -- "$@")
  if grep -qE 'Non-2xx|Socket errors' <<<"$out"; then
    echo "$url: $(grep -E 'Non-2xx|Socket errors' <<<"$out" | tr -s ' ' | paste -sd';')" >&2
  fi
  awk '/^Requests\/sec:/ { print $2 }' <<<"$out"
}

median() {
  printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

echo
echo "$(nproc) cores, wrk -t1 -c32, $rounds rounds of $seconds s in turn after $warm_up s of warm-up; median, requests a second"
printf '%-16s %12s %12s %8s\n' path nginx portal ratio
listing=0
for page in "${pages[@]}"; do
  load "$warm_up" "$static$page" >/dev/null
  load "$warm_up" "$portal$page" >/dev/null
  nginx_rates=() portal_rates=() ratios=()
  for ((round = 0; round < rounds; round++)); do
    n=$(load "$seconds" "$static$page")
    p=$(load "$seconds" "$portal$page")
    nginx_rates+=("$n") portal_rates+=("$p") ratios+=("$(awk "BEGIN { print $p / $n }")")
  done
  rate=$(median "${portal_rates[@]}")
  if [ "$page" = /layanan ]; then listing=$rate; fi
  printf '%-16s %12.0f %12.0f %7.2fx\n' "$page" "$(median "${nginx_rates[@]}")" "$rate" "$(median "${ratios[@]}")"
done

load "$warm_up" "$portal" "$here/search.lua" "$here/queries.txt" >/dev/null
rates=()
for ((round = 0; round < rounds; round++)); do
  rates+=("$(load "$seconds" "$portal" "$here/search.lua" "$here/queries.txt")")
done
rate=$(median "${rates[@]}")
echo
printf 'search, %d words: %.0f requests a second, %.3f of the kept page /layanan\n' \
  "$(grep -c . "$here/queries.txt")" "$rate" "$(awk "BEGIN { print $rate / $listing }")"
