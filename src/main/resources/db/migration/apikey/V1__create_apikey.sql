create schema apikey;

create table apikey.client (
    id         uuid        not null constraint client_pk primary key,
    name       text        not null constraint client_name_length check (length(name) between 1 and 120),
    contact    text,
    purpose    text        not null constraint client_purpose_length check (length(purpose) between 1 and 400),
    scopes     text[]      not null constraint client_scopes_some check (cardinality(scopes) > 0),
    per_minute integer     not null constraint client_per_minute_range check (per_minute between 1 and 6000),
    last_day   date,
    issued_at  timestamptz not null,
    issued_by  uuid,
    revoked_at timestamptz,
    revoked_by uuid
);
comment on table apikey.client is 'Programs of others that may do something here';
comment on column apikey.client.name is 'Of the program or the organisation behind it, never of a person';
comment on column apikey.client.contact is 'Sealed: whom to ask. Null once nobody needs to be asked any more';
comment on column apikey.client.last_day is 'The last day in Jakarta on which its keys work; null for no end';

create table apikey.secret (
    prefix      text        not null constraint secret_pk primary key,
    client_id   uuid        not null constraint secret_client_fk references apikey.client,
    key_id      text        not null,
    mac         bytea       not null,
    made_at     timestamptz not null,
    valid_until timestamptz
);
comment on table apikey.secret is 'Keys of clients. More than one is valid while a client changes from one to the next';
comment on column apikey.secret.prefix is 'The part of the key that is shown again and in logs of clients; not secret';
comment on column apikey.secret.mac is 'Keyed hash of the whole key. The key itself is nowhere';
comment on column apikey.secret.valid_until is 'Null until a newer key takes its place';
create index secret_client_idx on apikey.secret (client_id);

create table apikey.use_day (
    client_id uuid   not null constraint use_day_client_fk references apikey.client,
    day       date   not null,
    uses      bigint not null,
    constraint use_day_pk primary key (client_id, day)
);
comment on table apikey.use_day is 'How often a client used its keys on a day in Jakarta';
