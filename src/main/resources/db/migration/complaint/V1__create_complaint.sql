create schema complaint;

create table complaint.category (
    code         text     not null constraint category_pk primary key,
    position     integer  not null,
    name         text     not null,
    name_en      text     not null,
    scope        text     not null,
    scope_en     text     not null,
    agency       text     not null,
    support      text     not null,
    verify_days  integer  not null,
    resolve_days integer  not null,
    proposed     boolean  not null,
    supervisory  boolean  not null,
    sensitive    boolean  not null,
    emergency    boolean  not null,
    radius       integer  not null,
    only_for     text,
    source_note  text     not null,
    source_hash  text     not null,
    edited_at    timestamptz,
    constraint category_days_counted check (verify_days between 1 and 1000 and resolve_days between 1 and 1000),
    constraint category_kind_known check (only_for in ('COMPLAINT', 'ASPIRATION', 'INFORMATION'))
);
comment on table complaint.category is 'What complaints are about, with working days per category';
comment on column complaint.category.proposed is 'The times are proposals, no rule of the city';

create sequence complaint.ticket;
comment on sequence complaint.ticket is 'Runs on from year to year, so that a ticket costs no lock';

create table complaint.complaint (
    id             uuid        not null constraint complaint_pk primary key,
    ticket_year    integer     not null,
    ticket_number  bigint      not null,
    kind           text        not null,
    channel        text        not null,
    status         text        not null,
    category       text        not null constraint complaint_category_fk references complaint.category,
    service_id     uuid,
    sub_district   text,
    address        text,
    latitude       double precision,
    longitude      double precision,
    subject        text,
    body           text,
    sealed         text,
    anonymous      boolean     not null,
    confidential   boolean     not null,
    supervisory    boolean     not null,
    formal         boolean     not null,
    extended       boolean     not null default false,
    agency         text,
    officer        uuid,
    barred_officer uuid,
    received_at    timestamptz not null,
    published_at   timestamptz,
    changed_at     timestamptz not null,
    status_since   timestamptz not null,
    verify_starts  timestamptz not null,
    verify_days    integer     not null,
    verify_paused  integer     not null default 0,
    verify_on      date        not null,
    verify_at      timestamptz not null,
    verify_met     timestamptz,
    start_starts   timestamptz not null,
    start_days     integer     not null,
    start_paused   integer     not null default 0,
    start_on       date        not null,
    start_at       timestamptz not null,
    start_met      timestamptz,
    resolve_starts timestamptz not null,
    resolve_days   integer     not null,
    resolve_paused integer     not null default 0,
    resolve_on     date        not null,
    resolve_at     timestamptz not null,
    resolve_met    timestamptz,
    due_at         timestamptz,
    remind_at      timestamptz,
    reminded       integer     not null default 0,
    waiting_until  timestamptz,
    waiting_from   text,
    closes_at      timestamptz,
    reopen_until   timestamptz,
    resolved_by    uuid,
    resolved_at    timestamptz,
    closed_at      timestamptz,
    closing        text,
    sampled_at     timestamptz,
    reopened       integer     not null default 0,
    rejection      text,
    referred_to    text,
    merged_into    uuid        constraint complaint_merged_into_fk references complaint.complaint,
    outage_id      uuid        constraint complaint_outage_key unique,
    supporters     integer     not null default 0,
    photos         integer     not null default 0,
    rating         integer,
    solved         boolean,
    rated_at       timestamptz,
    evidence       jsonb,
    version        integer     not null,
    constraint complaint_ticket_key unique (ticket_number),
    constraint complaint_kind_known check (kind in ('COMPLAINT', 'ASPIRATION', 'INFORMATION')),
    constraint complaint_channel_known check (channel in ('WEB', 'COUNTER', 'OPEN311', 'IMPORT', 'OUTAGE')),
    constraint complaint_status_known check (status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN',
        'RESOLVED', 'CLOSED', 'REJECTED', 'MERGED', 'REFERRED')),
    constraint complaint_closing_known check (closing in ('CONFIRMED_BY_CITIZEN', 'CONFIRMED_BY_COORDINATOR',
        'UNCONFIRMED')),
    constraint complaint_sealed_or_open check ((sealed is null) = (body is not null) and (body is null) = (subject is null)),
    constraint complaint_secret_is_sealed check (sealed is not null or not (confidential or supervisory)),
    constraint complaint_sealed_place check (sealed is null or (address is null and latitude is null and longitude is null)),
    constraint complaint_published_is_open check (published_at is null or sealed is null),
    constraint complaint_merged check ((status = 'MERGED') = (merged_into is not null)),
    constraint complaint_closed check ((status = 'CLOSED') = (closing is not null)),
    constraint complaint_rated check (rating between 1 and 5 and (rating is null) = (rated_at is null)),
    constraint complaint_point check ((latitude is null) = (longitude is null))
);
comment on table complaint.complaint is 'Complaints, aspirations and requests for information. sealed holds subject, text and place as JSON, encrypted by the application, where not everybody may read them';
comment on column complaint.complaint.published_at is 'When the coordinator let everybody see it; null while nobody may';
comment on column complaint.complaint.changed_at is 'Of the last thing the citizen can see';
comment on column complaint.complaint.due_at is 'End of the clock that runs now: verification, then start, then solution; null when none runs';
comment on column complaint.complaint.remind_at is 'When somebody is to be reminded next, null for never';
comment on column complaint.complaint.reminded is 'The share of its clock at which somebody was reminded last, in percent; 120 when the coordinator heard that it is late still';
comment on column complaint.complaint.waiting_from is 'The status it goes back to after the citizen answered';
comment on column complaint.complaint.barred_officer is 'Resolved it when the citizen was not content, so somebody else decides next time';
comment on column complaint.complaint.resolved_by is 'Who said last that it is done, or rejected it: nobody confirms their own work';
comment on column complaint.complaint.start_at is 'Counted from the end of the verification until the complaint is with an agency, then from there';
comment on column complaint.complaint.sampled_at is 'When a coordinator looked at it after it was closed without anybody confirming';
comment on column complaint.complaint.evidence is 'What checks found when it was filed: state, since, last results';

-- Queues: what is open, by deadline, of one agency, of one officer, or of all.
create index complaint_due_idx on complaint.complaint (due_at, id) where due_at is not null;
create index complaint_agency_due_idx on complaint.complaint (agency, due_at, id) where due_at is not null;
create index complaint_officer_due_idx on complaint.complaint (officer, due_at, id) where due_at is not null;
create index complaint_status_idx on complaint.complaint (status, status_since desc, id);
create index complaint_agency_status_idx on complaint.complaint (agency, status, status_since desc, id);
-- Public lists, the newest first.
create index complaint_public_idx on complaint.complaint (received_at desc, id) where published_at is not null;
create index complaint_public_place_idx on complaint.complaint (sub_district, received_at desc, id) where published_at is not null;
create index complaint_public_category_idx on complaint.complaint (category, received_at desc, id) where published_at is not null;
create index complaint_public_agency_idx on complaint.complaint (agency, received_at desc, id) where published_at is not null;
create index complaint_service_idx on complaint.complaint (service_id, received_at desc) where service_id is not null;
create index complaint_received_idx on complaint.complaint (received_at);
create index complaint_remind_idx on complaint.complaint (remind_at) where remind_at is not null;
create index complaint_closes_idx on complaint.complaint (closes_at) where closes_at is not null;
create index complaint_waiting_idx on complaint.complaint (waiting_until) where waiting_until is not null;
create index complaint_merged_into_idx on complaint.complaint (merged_into) where merged_into is not null;

create table complaint.custody (
    id           bigint      generated always as identity constraint custody_pk primary key,
    complaint_id uuid        not null constraint custody_complaint_fk references complaint.complaint,
    agency       text,
    transferred  boolean     not null,
    since        timestamptz not null,
    until        timestamptz
);
comment on table complaint.custody is 'Which agency had a complaint when. Each complaint is with one at a time, so that the numbers of agencies add up; agency is null before the first';
create unique index custody_current_key on complaint.custody (complaint_id) where until is null;
create index custody_complaint_idx on complaint.custody (complaint_id, id);

create table complaint.entry (
    id           uuid        not null constraint entry_pk primary key,
    seq          bigint      generated always as identity,
    complaint_id uuid        not null constraint entry_complaint_fk references complaint.complaint,
    at           timestamptz not null,
    kind         text        not null,
    visibility   text        not null,
    author       uuid,
    author_role  text,
    agency       text,
    code         text,
    text         text,
    sealed       boolean     not null,
    attachments  integer     not null default 0,
    constraint entry_visibility_known check (visibility in ('PUBLIC', 'REPORTER', 'STAFF'))
);
comment on table complaint.entry is 'What happened to a complaint, in order. text is encrypted by the application where sealed';
comment on column complaint.entry.code is 'What the kind does not say: a reason, the other agency, the other ticket';
create index entry_complaint_idx on complaint.entry (complaint_id, seq);

create table complaint.edit (
    id           uuid        not null constraint edit_pk primary key,
    complaint_id uuid        not null constraint edit_complaint_fk references complaint.complaint,
    entry_id     uuid        constraint edit_entry_fk references complaint.entry,
    before       text        not null,
    edited_by    uuid,
    edited_at    timestamptz not null
);
comment on table complaint.edit is 'What stood there before words were taken out; for audit only. before is encrypted by the application. edited_by is null when the reporter did it without an account';
create index edit_complaint_idx on complaint.edit (complaint_id);

create table complaint.reporter (
    complaint_id  uuid  not null constraint reporter_pk primary key constraint reporter_complaint_fk references complaint.complaint,
    account_index bytea,
    index_key     text,
    anonymous     boolean not null,
    sealed        text  not null,
    forgotten_at  timestamptz
);
comment on table complaint.reporter is 'Who reported a complaint and the code that opens it, as JSON, encrypted by the application. account_index is a keyed hash of the account';
comment on column complaint.reporter.forgotten_at is 'When everything about the person was taken away; the code stays';
create index reporter_account_idx on complaint.reporter (account_index) where account_index is not null;

create table complaint.submission (
    key          uuid        not null constraint submission_pk primary key,
    complaint_id uuid        not null constraint submission_complaint_fk references complaint.complaint,
    created_at   timestamptz not null
);
comment on table complaint.submission is 'Keys of forms that were handed in, so that one form is one complaint';
create index submission_created_idx on complaint.submission (created_at);

create table complaint.support (
    complaint_id uuid        not null constraint support_complaint_fk references complaint.complaint,
    supporter    bytea       not null,
    index_key    text        not null,
    sealed       text,
    at           timestamptz not null,
    constraint support_pk primary key (complaint_id, supporter)
);
comment on table complaint.support is 'Who says the same. supporter is a keyed hash of the account or the visitor; sealed the account to tell, encrypted by the application, null for who is not told';
create index support_supporter_idx on complaint.support (supporter);

create table complaint.unmasking (
    id           uuid        not null constraint unmasking_pk primary key,
    complaint_id uuid        not null constraint unmasking_complaint_fk references complaint.complaint,
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    reason       text        not null,
    note         text        not null,
    decided_by   uuid,
    decided_at   timestamptz,
    granted      boolean,
    used_at      timestamptz,
    constraint unmasking_two_persons check (decided_by <> asked_by),
    constraint unmasking_decided check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null))
);
comment on table complaint.unmasking is 'Who wanted to know who reports, why, and who agreed. note is encrypted by the application';
create index unmasking_complaint_idx on complaint.unmasking (complaint_id);
create index unmasking_open_idx on complaint.unmasking (asked_at) where decided_at is null;

create table complaint.answer_template (
    id         uuid        not null constraint answer_template_pk primary key,
    agency     text,
    purpose    text        not null,
    name       text        not null,
    text       text        not null,
    text_en    text,
    changed_by uuid,
    changed_at timestamptz not null,
    version    integer     not null,
    constraint answer_template_purpose_known check (purpose in ('ANSWER', 'QUESTION', 'RESOLUTION', 'REJECTION', 'OUTAGE_ENDED'))
);
comment on table complaint.answer_template is 'Texts the staff need again and again; agency is null for those of all';
create index answer_template_agency_idx on complaint.answer_template (agency, purpose, name);

create table complaint.saved_view (
    id      uuid not null constraint saved_view_pk primary key,
    account uuid not null,
    name    text not null,
    query   text not null,
    constraint saved_view_name_key unique (account, name)
);
comment on table complaint.saved_view is 'Filters of the queue somebody of the staff keeps';

create table complaint.draft (
    id         uuid        not null constraint draft_pk primary key,
    sealed     text        not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
comment on table complaint.draft is 'What somebody has typed into the form so far, as JSON, encrypted by the application; gone after a day';
create index draft_changed_idx on complaint.draft (changed_at);

create table complaint.outage_work (
    id       bigint      generated always as identity constraint outage_work_pk primary key,
    outage   uuid        not null,
    service  uuid        not null,
    kind     text        not null,
    start    timestamptz not null,
    ends     timestamptz,
    state_after text,
    attempts integer     not null default 0,
    next_at  timestamptz not null,
    constraint outage_work_kind_known check (kind in ('STARTED', 'ENDED')),
    constraint outage_work_once unique (outage, kind)
);
comment on table complaint.outage_work is 'Outages that began or ended and about which the desk has to do something, written in the transaction that records them';

create table complaint.recount (
    id    bigint      generated always as identity constraint recount_pk primary key,
    since date        not null,
    at    timestamptz not null
);
comment on table complaint.recount is 'Changes of holidays or office hours after which deadlines from that day on are counted again';

-- Complaints that look like one being written.
create index complaint_similar_idx on complaint.complaint using gin ((subject || ' ' || body) public.gin_trgm_ops)
    where published_at is not null and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN');
