create schema vault;

create table vault.known_key (
    id           text        not null constraint known_key_pk primary key,
    fingerprint  text        not null,
    first_seen   timestamptz not null default now(),
    active_since timestamptz,
    settled_at   timestamptz,
    retired_at   timestamptz,
    constraint known_key_id_form check (id ~ '^(data|index|signature)-[1-9][0-9]{0,5}$'),
    constraint known_key_in_order check (active_since is not null or settled_at is null)
);
comment on table vault.known_key is 'The keys this database was used with. The keys themselves are files; a start without one of them is refused';
comment on column vault.known_key.fingerprint is 'Tells whether a file holds this key, and nothing else about it';
comment on column vault.known_key.active_since is 'Since when new values are made with it, unless a later one of its purpose is active; null while its file is being handed out';
comment on column vault.known_key.settled_at is 'When no row was left with values of earlier keys';
comment on column vault.known_key.retired_at is 'Since when its file may be missing';
