#!/bin/bash
# Lighthouse (mobile) on three pages of a running portal; fails below 0.98 performance or 1 in anything else.
#
#   ops/bench/lighthouse.sh [http://127.0.0.1:8080]
#
# Needs node, npm and a Chromium or Chrome (CHROME_PATH names it).
set -euo pipefail

portal=${1:-http://127.0.0.1:8080}
portal=${portal%/}
pages=(/ /layanan /layanan/spmb)
version=12.8.2

if ! command -v npm >/dev/null; then
  echo 'Missing: npm. On Debian: apt-get install nodejs npm' >&2
  exit 2
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  CHROME_PATH=${CHROME_PATH:-$(command -v "$name" || true)}
done
if [ ! -x "$CHROME_PATH" ]; then
  echo 'Missing: Chromium. On Debian: apt-get install chromium; elsewhere set CHROME_PATH.' >&2
  exit 2
fi
export CHROME_PATH

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM

PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix "$dir" "lighthouse@$version" >&2

# The sandbox cannot be had by root.
flags='--headless=new --disable-gpu --disable-background-networking'
if [ "$(id -u)" = 0 ]; then flags+=' --no-sandbox'; fi

status=0
printf '%-16s %12s %14s %15s %5s %8s\n' path performance accessibility best-practices seo bytes
for page in "${pages[@]}"; do
  rm -f "$dir/report.json"
  if ! "$dir/node_modules/.bin/lighthouse" "$portal$page" --quiet --form-factor=mobile \
    --only-categories=performance,accessibility,best-practices,seo \
    --output=json --output-path="$dir/report.json" --chrome-flags="$flags"; then
    status=1
  fi
  if [ ! -f "$dir/report.json" ]; then
    echo "$page: no report"
    continue
  fi
  node - "$dir/report.json" "$page" <<'JS' || status=1
const [report, page] = process.argv.slice(2);
const { categories, audits, runtimeError } = JSON.parse(require("fs").readFileSync(report));
if (runtimeError) {
  console.log(`${page}: ${runtimeError.message}`);
  process.exit(1);
}
const least = { performance: 0.98, accessibility: 1, "best-practices": 1, seo: 1 };
const width = { performance: 12, accessibility: 14, "best-practices": 15, seo: 5 };
let line = page.padEnd(16);
const failed = [];
for (const [name, limit] of Object.entries(least)) {
  const { score, auditRefs } = categories[name];
  line += " " + String(score).padStart(width[name]);
  if (!(score >= limit)) {
    const culprits = auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 0.9);
    failed.push(`  ${name} below ${limit}: ${culprits.map((ref) => audits[ref.id].title).join("; ")}`);
  }
}
console.log(line + " " + String(audits["total-byte-weight"].numericValue).padStart(8));
failed.forEach((text) => console.log(text));
process.exit(failed.length > 0 ? 1 : 0);
JS
done
exit $status
