create schema notification;

create table notification.outbox (
    id              uuid        not null constraint outbox_pk primary key,
    kind            text        not null,
    account_id      uuid        not null,
    payload         text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0
);
comment on table notification.outbox is 'Messages that wait to be sent; a row goes when its message is sent, refused or expired';
comment on column notification.outbox.payload is 'Address, language and link, encrypted';
create index outbox_next_attempt_idx on notification.outbox (next_attempt_at);
create index outbox_expires_idx on notification.outbox (expires_at);
