create table identity.passkey (
    id              uuid        not null constraint passkey_pk primary key,
    account_id      uuid        not null constraint passkey_account_fk references identity.account,
    credential_id   bytea       not null constraint passkey_credential_id_key unique,
    credential      bytea       not null,
    sign_count      bigint      not null,
    backup_eligible boolean     not null,
    transports      text[]      not null default '{}',
    label           text        not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    constraint passkey_sign_count_not_negative check (sign_count >= 0),
    constraint passkey_label_length check (char_length(label) between 1 and 60)
);
comment on table identity.passkey is 'Passkeys (WebAuthn credentials) of accounts; only public keys, so a copy of it lets nobody in';
comment on column identity.passkey.credential_id is 'As the authenticator names it; unique in the world';
comment on column identity.passkey.credential is 'Attested credential data in the binary form of WebAuthn level 3, section 6.5.1, with the public key';
comment on column identity.passkey.sign_count is 'The signature counter last seen; 0 forever for authenticators without one';
comment on column identity.passkey.backup_eligible is 'Whether the authenticator may copy it to other devices; never changes';
comment on column identity.passkey.transports is 'How browsers reach the authenticator, as told when it was registered';
comment on column identity.passkey.label is 'What its owner calls it';
create index passkey_account_idx on identity.passkey (account_id, created_at);
