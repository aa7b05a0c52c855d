#!/bin/sh
# Makes the two files with which the portal and MinIO know each other, once. They stay out of the repository.
set -eu
cd "$(dirname "$0")"
[ ! -e secret-key ] || { echo "There are keys already" >&2; exit 1; }
printf 'portal-%s' "$(openssl rand -hex 6)" >access-key
openssl rand -hex 24 | tr -d '\n' >secret-key
