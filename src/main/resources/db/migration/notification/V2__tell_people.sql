create table notification.happening (
    id              uuid        not null constraint happening_pk primary key,
    kind            text        not null,
    subject         uuid        not null,
    details         jsonb       not null,
    created_at      timestamptz not null,
    expanded_at     timestamptz,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    error           text
);
comment on table notification.happening is 'What happened and people may want to know: ids, enums and instants, in the transaction in which it happened';
comment on column notification.happening.expanded_at is 'When it was turned into messages, one for each who wants to know; null while it waits for that';
create index happening_waiting_idx on notification.happening (next_attempt_at) where expanded_at is null;
create index happening_created_idx on notification.happening (created_at);

alter table notification.outbox rename column account_id to recipient;
alter table notification.outbox
    alter column payload drop not null,
    alter column next_attempt_at drop not null,
    add column happening_id   uuid constraint outbox_happening_fk references notification.happening on delete cascade,
    add column channel        text not null default 'EMAIL',
    add column recipient_kind text not null default 'ACCOUNT',
    add column topic          text not null default 'ACCOUNT',
    add column state          text not null default 'WAITING',
    add column error          text,
    add column ended_at       timestamptz,
    add constraint outbox_once unique (happening_id, channel, recipient_kind, recipient);
comment on table notification.outbox is 'Messages by mail and webhook: those that wait, and for some days what became of the others';
comment on column notification.outbox.recipient is 'An account, a subscriber or a webhook, as recipient_kind says';
comment on column notification.outbox.payload is 'Address, language and link, encrypted; null where they are looked up, and once the message has ended';
comment on column notification.outbox.error is 'Why the last attempt failed; the history is in the table attempt';
drop index notification.outbox_next_attempt_idx;
drop index notification.outbox_expires_idx;
create index outbox_due_idx on notification.outbox (channel, next_attempt_at) where state = 'WAITING';
create index outbox_expires_idx on notification.outbox (expires_at) where payload is not null or state = 'WAITING';
create index outbox_recipient_idx on notification.outbox (recipient);
create index outbox_state_idx on notification.outbox (state, created_at desc, id);
create index outbox_ended_idx on notification.outbox (ended_at);

create table notification.attempt (
    id         bigint generated always as identity constraint attempt_pk primary key,
    message_id uuid        not null constraint attempt_message_fk references notification.outbox on delete cascade,
    at         timestamptz not null,
    error      text,
    reason     text
);
comment on table notification.attempt is 'Each try to deliver a message; error is null where it worked, reason is a type and a code, never a text of a server';
create index attempt_message_idx on notification.attempt (message_id, id);

create table notification.inbox_entry (
    account_id   uuid        not null,
    happening_id uuid        not null constraint inbox_entry_happening_fk references notification.happening on delete cascade,
    created_at   timestamptz not null,
    read_at      timestamptz,
    constraint inbox_entry_pk primary key (account_id, happening_id)
);
comment on table notification.inbox_entry is 'Messages in the portal itself; the words are made when they are read';
create index inbox_entry_list_idx on notification.inbox_entry (account_id, created_at desc, happening_id);
create index inbox_entry_unread_idx on notification.inbox_entry (account_id) where read_at is null;
create index inbox_entry_happening_idx on notification.inbox_entry (happening_id);

create table notification.preference (
    account_id uuid    not null,
    topic      text    not null,
    channel    text    not null,
    wanted     boolean not null,
    constraint preference_pk primary key (account_id, topic, channel)
);
comment on table notification.preference is 'What somebody chose to be told and how, where it differs from what everybody gets';

create table notification.subscriber (
    id           uuid        not null constraint subscriber_pk primary key,
    email        text        not null,
    email_index  bytea       not null constraint subscriber_email_unique unique,
    index_key    text        not null,
    language     text        not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz
);
comment on table notification.subscriber is 'An e-mail address of somebody without an account, encrypted; unconfirmed ones are gone after a day';

create table notification.subscription (
    recipient_kind text        not null,
    recipient      uuid        not null,
    service_id     uuid        not null,
    since          timestamptz not null,
    constraint subscription_pk primary key (recipient, service_id)
);
comment on table notification.subscription is 'Who is told of each outage of a service: accounts and subscribers';
create index subscription_service_idx on notification.subscription (service_id);

create table notification.subscription_request (
    token_hash    bytea       not null constraint subscription_request_pk primary key,
    subscriber_id uuid        not null constraint subscription_request_subscriber_fk references notification.subscriber on delete cascade,
    service_id    uuid        not null,
    outage_id     uuid,
    expires_at    timestamptz not null
);
comment on table notification.subscription_request is 'Asked for, but not confirmed by the owner of the address';
comment on column notification.subscription_request.outage_id is 'Set where only the end of this outage is of interest';
create index subscription_request_subscriber_idx on notification.subscription_request (subscriber_id);
create index subscription_request_expires_idx on notification.subscription_request (expires_at);

create table notification.webhook (
    id               uuid        not null constraint webhook_pk primary key,
    url              text        not null,
    description      text        not null,
    events           text[]      not null,
    secret           text        not null,
    old_secret       text,
    old_secret_until timestamptz,
    created_at       timestamptz not null,
    created_by       uuid        not null,
    failing_since    timestamptz,
    disabled_at      timestamptz,
    disabled_because text
);
comment on table notification.webhook is 'Programs of others that are told; secrets are encrypted';
