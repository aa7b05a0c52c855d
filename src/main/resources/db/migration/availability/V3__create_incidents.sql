create table availability.incident (
    id               uuid        not null constraint incident_pk primary key,
    kind             text        not null,
    status           text        not null,
    resource         text        not null,
    cause            text,
    started_at       timestamptz not null,
    opened_at        timestamptz not null,
    ended_at         timestamptz,
    certificate_ends timestamptz,
    threshold        integer,
    acknowledged_at  timestamptz,
    acknowledged_by  uuid,
    post_mortem      text,
    version          integer     not null default 0,
    constraint incident_kind_known check (kind in ('OUTAGE', 'CERTIFICATE', 'SUSPECTED')),
    constraint incident_status_known check (status in ('INVESTIGATING', 'IDENTIFIED', 'WATCHING', 'RESOLVED',
        'DISMISSED')),
    constraint incident_ended_when_over check ((status in ('RESOLVED', 'DISMISSED')) = (ended_at is not null)),
    constraint incident_ends_after_its_start check (started_at <= ended_at),
    constraint incident_acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on table availability.incident is 'What goes wrong with services, grouped by what explains it';
comment on column availability.incident.resource is 'What explains it: address:…, zone:…, certificate:…, service:…, warning:… (a certificate that ends), suspicion:… (of a service)';
comment on column availability.incident.threshold is 'For a certificate: the last of 30, 14, 7 and 1 days that was told';
create unique index incident_open_key on availability.incident (resource) where ended_at is null;
create index incident_started_idx on availability.incident (started_at desc, id);

create table availability.incident_service (
    incident_id uuid        not null constraint incident_service_incident_fk references availability.incident,
    service_id  uuid        not null,
    outage_id   uuid,
    since       timestamptz not null,
    until       timestamptz,
    constraint incident_service_pk primary key (incident_id, service_id, since),
    constraint incident_service_outage_key unique (outage_id),
    constraint incident_service_lasts check (since <= until)
);
comment on table availability.incident_service is 'Which services an incident is about, and when; outage_id is null where nothing is confirmed to be down';
create index incident_service_service_idx on availability.incident_service (service_id, since desc);

create table availability.incident_entry (
    id          uuid        not null constraint incident_entry_pk primary key,
    seq         bigint      not null generated always as identity,
    incident_id uuid        not null constraint incident_entry_incident_fk references availability.incident,
    at          timestamptz not null,
    kind        text        not null,
    status      text,
    service_id  uuid,
    text        text,
    author      uuid,
    for_staff   boolean     not null default false,
    edited_at   timestamptz,
    constraint incident_entry_text_by_staff check (text is null or author is not null)
);
comment on table availability.incident_entry is 'The timeline of an incident: automatic entries, and what the staff wrote';
comment on column availability.incident_entry.seq is 'Tells which of two entries of the same moment came first';
create index incident_entry_incident_idx on availability.incident_entry (incident_id, at, seq);

create table availability.incident_edit (
    id          uuid        not null constraint incident_edit_pk primary key,
    incident_id uuid        not null constraint incident_edit_incident_fk references availability.incident,
    entry_id    uuid        constraint incident_edit_entry_fk references availability.incident_entry,
    text_before text,
    edited_by   uuid        not null,
    edited_at   timestamptz not null
);
comment on table availability.incident_edit is 'What stood there before somebody edited an entry, or the post-mortem (entry_id is null)';
create index incident_edit_incident_idx on availability.incident_edit (incident_id, edited_at);

create table availability.certificate_seen (
    check_id   integer     not null constraint certificate_seen_pk primary key,
    service_id uuid        not null,
    zone       text        not null,
    ends       timestamptz not null,
    seen_at    timestamptz not null
);
comment on table availability.certificate_seen is 'When the certificate ends that each check saw last; written when it changes';
create index certificate_seen_ends_idx on availability.certificate_seen (ends);

create table availability.suspicion (
    id         bigint      not null generated always as identity constraint suspicion_pk primary key,
    service_id uuid        not null,
    source     text        not null,
    at         timestamptz not null
);
comment on table availability.suspicion is 'That somebody could not use a service that checks found up; nothing says who. Forgotten after a day';
create index suspicion_service_idx on availability.suspicion (service_id, at);
create index suspicion_at_idx on availability.suspicion (at);

create table availability.maintenance_window (
    id           uuid        not null constraint maintenance_window_pk primary key,
    service_id   uuid,
    agency       text,
    recurrence   text        not null,
    starts       timestamptz not null,
    minutes      integer     not null,
    last_day     date,
    text         text        not null,
    announced_by uuid        not null,
    announced_at timestamptz not null,
    cancelled_at timestamptz,
    constraint maintenance_window_on_one_thing check ((service_id is null) <> (agency is null)),
    constraint maintenance_window_recurrence_known check (recurrence in ('ONCE', 'WEEKLY', 'MONTHLY')),
    constraint maintenance_window_lasts check (minutes > 0)
);
comment on table availability.maintenance_window is 'Announced work. starts is the first time; recurring work begins at the same time of the city';
create index maintenance_window_live_idx on availability.maintenance_window (starts) where cancelled_at is null;

create table availability.maintenance_time (
    window_id uuid        not null constraint maintenance_time_window_fk references availability.maintenance_window,
    starts    timestamptz not null,
    ends      timestamptz not null,
    constraint maintenance_time_pk primary key (window_id, starts),
    constraint maintenance_time_lasts check (starts <= ends)
);
comment on table availability.maintenance_time is 'Each time announced work was done or is about to begin; stays as it was planned when the window is changed';
create index maintenance_time_ends_idx on availability.maintenance_time (ends desc);

create table availability.maintenance_edit (
    id          uuid        not null constraint maintenance_edit_pk primary key,
    window_id   uuid        not null constraint maintenance_edit_window_fk references availability.maintenance_window,
    text_before text        not null,
    edited_by   uuid        not null,
    edited_at   timestamptz not null
);
comment on table availability.maintenance_edit is 'What was announced before somebody worded it anew';
