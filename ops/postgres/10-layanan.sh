#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: the portal's roles and database.
# layanan_owner owns everything and runs the migrations, which create schemas and trusted extensions; it is no superuser.
# layanan is what the portal works as: it reads and changes rows and can neither change tables nor, in the audit trail, rows.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password LAYANAN_DB_OWNER_PASSWORD
\getenv password LAYANAN_DB_PASSWORD
create role layanan_owner login password :'owner_password' connection limit 10;
create role layanan login password :'password' connection limit 80;
create database layanan owner layanan_owner;
revoke all on database layanan from public;
grant connect on database layanan to layanan;
\connect layanan
revoke all on schema public from public;
grant usage on schema public to layanan;
alter default privileges for role layanan_owner grant usage on schemas to layanan;
alter default privileges for role layanan_owner grant select, insert, update, delete on tables to layanan;
alter default privileges for role layanan_owner grant usage, select on sequences to layanan;
SQL
