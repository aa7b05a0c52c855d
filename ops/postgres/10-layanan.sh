#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: the portal's role and database.
# The role owns its database, so that migrations may create schemas and trusted extensions; it is no superuser.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv password LAYANAN_DB_PASSWORD
create role layanan login password :'password' connection limit 80;
create database layanan owner layanan;
revoke all on database layanan from public;
SQL
