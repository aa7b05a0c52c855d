create schema privacy;

create table privacy.request (
    id           uuid        not null constraint request_pk primary key,
    account_id   uuid        not null,
    kind         text        not null,
    state        text        not null,
    filed_at     timestamptz not null,
    due_at       timestamptz not null,
    answered_at  timestamptz,
    handled_by   uuid,
    refusal      text,
    deeds        text[]      not null default '{}',
    words        text,
    answer       text,
    proof_number text        constraint request_proof_number_key unique,
    proof        text,
    version      integer     not null,
    constraint request_kind_known check (kind in ('ACCESS', 'CORRECTION', 'RESTRICTION', 'CONSENT_WITHDRAWAL',
        'ERASURE', 'OTHER')),
    constraint request_state_known check (state in ('OPEN', 'DONE', 'REFUSED')),
    constraint request_refusal_known check (refusal in ('DANGER', 'OTHERS_DATA', 'DEFENCE')),
    constraint request_refused_for_a_reason check ((state = 'REFUSED') = (refusal is not null)),
    constraint request_answered_with_proof check ((state = 'OPEN') = (answered_at is null)
        and (answered_at is null) = (proof is null) and (proof is null) = (proof_number is null)),
    constraint request_due_in_72_hours check (due_at - filed_at = interval '72 hours')
);
comment on table privacy.request is 'What people demanded about their data (UU 27/2022), and what became of it. Stays when the account is closed, without words. words and answer are encrypted by the application';
comment on column privacy.request.handled_by is 'Who of the staff answered; null for what people did themselves';
comment on column privacy.request.deeds is 'What was done, as codes';
comment on column privacy.request.proof is 'The statement the person can download; it names nobody';
create index request_account_idx on privacy.request (account_id, filed_at desc);
create index request_open_idx on privacy.request (due_at) where state = 'OPEN';
create index request_staff_idx on privacy.request (answered_at desc) where state = 'OPEN' or handled_by is not null;
create index request_self_served_idx on privacy.request (answered_at desc) where state <> 'OPEN' and handled_by is null;

create table privacy.breach (
    id          uuid        not null constraint breach_pk primary key,
    state       text        not null,
    noticed_at  timestamptz not null,
    due_at      timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    people      integer,
    facts       text        not null,
    closing     text,
    closed_at   timestamptz,
    version     integer     not null,
    constraint breach_state_known check (state in ('OPEN', 'NOTIFIED', 'CLOSED', 'DISMISSED')),
    constraint breach_closed_with_words check ((state in ('CLOSED', 'DISMISSED')) = (closed_at is not null)
        and (closed_at is null) = (closing is null)),
    constraint breach_people_counted check (people >= 0),
    constraint breach_noticed_before_recorded check (noticed_at <= recorded_at),
    constraint breach_due_in_72_hours check (due_at - noticed_at = interval '72 hours')
);
comment on table privacy.breach is 'Failures to protect personal data (UU 27/2022, article 46). facts (JSON) and closing are encrypted by the application';
comment on column privacy.breach.people is 'How many people it concerns, null while nobody knows';
create index breach_open_idx on privacy.breach (due_at) where state = 'OPEN';
create index breach_recorded_idx on privacy.breach (noticed_at desc);

create table privacy.breach_notice (
    id          uuid        not null constraint breach_notice_pk primary key,
    breach_id   uuid        not null constraint breach_notice_breach_fk references privacy.breach,
    audience    text        not null,
    sent_at     timestamptz not null,
    recipients  text        not null,
    recorded_by uuid        not null,
    constraint breach_notice_audience_known check (audience in ('PEOPLE', 'AGENCY', 'PUBLIC'))
);
comment on table privacy.breach_notice is 'Notices that were sent about a breach. recipients is encrypted by the application';
create index breach_notice_breach_idx on privacy.breach_notice (breach_id, sent_at);
