create schema identity;

create table identity.account (
    id                  uuid        not null constraint account_pk primary key,
    kind                text        not null,
    state               text        not null,
    login_index         bytea       constraint account_login_index_key unique,
    index_key           text,
    nik                 text,
    name                text,
    email               text,
    email_index         bytea,
    email_confirmed_at  timestamptz,
    phone               text,
    address             text,
    sub_district        text,
    verified_at         timestamptz,
    verified_by         text,
    password_hash       text,
    password_changed_at timestamptz,
    totp_secret         text,
    totp_since          timestamptz,
    totp_last_step      bigint      not null default 0,
    roles               text[]      not null default '{}',
    agency              text,
    restricted_at       timestamptz,
    created_at          timestamptz not null,
    last_sign_in_at     timestamptz,
    version             integer     not null,
    constraint account_kind_known check (kind in ('CITIZEN', 'STAFF')),
    constraint account_state_known check (state in ('INVITED', 'ACTIVE', 'DEACTIVATED', 'DISPLACED', 'CLOSED')),
    constraint account_roles_of_staff check (kind = 'STAFF' or (roles = '{}' and agency is null)),
    constraint account_verified_by_somebody check ((verified_at is null) = (verified_by is null)),
    constraint account_closed_is_empty check (state <> 'CLOSED' or coalesce(nik, name, email, phone, address,
        sub_district, password_hash, totp_secret) is null and login_index is null and email_index is null)
);
comment on table identity.account is 'Citizens and staff. nik, name, email, phone, address and totp_secret are encrypted by the application';
comment on column identity.account.login_index is 'Keyed hash of the NIK (citizens) or the e-mail address (staff); null once the account gave it up';
comment on column identity.account.index_key is 'The key behind both hashes, null when another than the newest may be';
comment on column identity.account.email_index is 'Keyed hash of the e-mail address, for password resets';
comment on column identity.account.totp_last_step is 'The last 30-second step whose code was used, so that none is used twice';
create index account_email_idx on identity.account (email_index);
create index account_staff_idx on identity.account (created_at) where kind = 'STAFF';

create table identity.one_time_token (
    hash       bytea       not null constraint one_time_token_pk primary key,
    purpose    text        not null,
    account_id uuid        not null constraint one_time_token_account_fk references identity.account,
    expires_at timestamptz not null
);
comment on table identity.one_time_token is 'Links and counter codes that work once; only their hashes are kept, and the row goes when it is used';
create index one_time_token_account_idx on identity.one_time_token (account_id, purpose);

create table identity.recovery_code (
    account_id uuid  not null constraint recovery_code_account_fk references identity.account,
    key_id     text  not null,
    mac        bytea not null,
    constraint recovery_code_pk primary key (account_id, mac)
);
comment on table identity.recovery_code is 'Codes people keep on paper, as keyed hashes; the row goes when the code is used';

create table identity.sign_in (
    id         bigint      generated always as identity constraint sign_in_pk primary key,
    account_id uuid        not null constraint sign_in_account_fk references identity.account,
    at         timestamptz not null,
    outcome    text        not null,
    device     text        not null
);
comment on table identity.sign_in is 'The last sign-ins of each account, shown to its owner; device is a browser and a system, such as Chrome di Android';
create index sign_in_account_idx on identity.sign_in (account_id, at desc);
create index sign_in_at_idx on identity.sign_in (at);

create table identity.disclosure (
    id         uuid        not null constraint disclosure_pk primary key,
    account_id uuid        not null constraint disclosure_account_fk references identity.account,
    seen_by    uuid        not null,
    office     text,
    role       text        not null,
    what       text        not null,
    reason     text        not null,
    note       text,
    at         timestamptz not null
);
comment on table identity.disclosure is 'Every time staff saw unmasked data of a citizen: the citizen reads it. note is encrypted';
create index disclosure_account_idx on identity.disclosure (account_id, at desc);

create table identity.consent (
    account_id   uuid        not null constraint consent_account_fk references identity.account,
    purpose      text        not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz,
    constraint consent_pk primary key (account_id, purpose)
);
comment on table identity.consent is 'What people agreed to beyond the duty of the city (UU 27/2022, article 20)';
