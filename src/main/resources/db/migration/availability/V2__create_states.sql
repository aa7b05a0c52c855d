create schema if not exists availability;

create table availability.check_state (
    check_id         integer     not null constraint check_state_pk primary key,
    service_id       uuid        not null,
    platform         text        not null,
    state            text        not null,
    reason           text,
    since            timestamptz not null,
    pending          text,
    pending_count    integer     not null default 0,
    pending_since    timestamptz,
    side_count       integer     not null default 0,
    side_since       timestamptz,
    evidence         text,
    address          text,
    certificate_ends timestamptz,
    host             text,
    zone             text,
    constraint check_state_known check (state in ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN', 'UNMONITORED')),
    constraint check_state_pending_known check (pending in ('UP', 'SLOW', 'DOWN', 'REFUSED')),
    constraint check_state_pending_counted check ((pending is null) = (pending_count = 0)
        and (pending is null) = (pending_since is null) and (pending is null) = (side_since is null)
        and side_count >= pending_count)
) with (fillfactor = 70);
comment on table availability.check_state is 'Where each check stands: its confirmed state, and the results in a row that do not count yet. Healthy results change nothing here';
comment on column availability.check_state.pending is 'What the last results were: pending_count of this kind, and side_count on this side of working (UP, SLOW) or not (DOWN, REFUSED)';
comment on column availability.check_state.evidence is 'Why it was confirmed to be down the last time; with what was asked then in the next columns: they tell which outages have one cause';
create index check_state_service_idx on availability.check_state (service_id);

create table availability.watched_service (
    service_id uuid not null constraint watched_service_pk primary key
);
comment on table availability.watched_service is 'Services that have or had states. Whoever makes states of a service anew locks its row first, in the order of ids';

-- Each interval follows another of the same check or service: whoever reads the two constraints "follows" and "ends"
-- together sees that there can be no gap, no overlap, one first and at most one open interval.
create table availability.check_interval (
    check_id integer     not null,
    starts   timestamptz not null,
    ends     timestamptz,
    follows  timestamptz,
    state    text        not null,
    reason   text,
    constraint check_interval_pk primary key (check_id, starts),
    constraint check_interval_ends_key unique nulls not distinct (check_id, ends),
    constraint check_interval_follows_key unique nulls not distinct (check_id, follows),
    constraint check_interval_follows_fk foreign key (check_id, follows)
        references availability.check_interval (check_id, ends) deferrable initially deferred,
    constraint check_interval_follows_at_once check (follows = starts),
    constraint check_interval_lasts check (starts < ends),
    constraint check_interval_state_known check (state in ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN', 'UNMONITORED'))
);
comment on table availability.check_interval is 'Confirmed states of checks; what states of services are made of';

create table availability.service_interval (
    service_id uuid        not null,
    starts     timestamptz not null,
    ends       timestamptz,
    follows    timestamptz,
    state      text        not null,
    reason     text,
    constraint service_interval_pk primary key (service_id, starts),
    constraint service_interval_ends_key unique nulls not distinct (service_id, ends),
    constraint service_interval_follows_key unique nulls not distinct (service_id, follows),
    constraint service_interval_follows_fk foreign key (service_id, follows)
        references availability.service_interval (service_id, ends) deferrable initially deferred,
    constraint service_interval_follows_at_once check (follows = starts),
    constraint service_interval_lasts check (starts < ends),
    constraint service_interval_state_known check (state in ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN', 'MAINTENANCE',
        'UNMONITORED'))
);
comment on table availability.service_interval is 'States of services, from the first check on without gap or overlap. Times are in microseconds; the end belongs to the next interval';
-- The last day of a service is at the end of years of intervals.
create index service_interval_end_idx on availability.service_interval (service_id, coalesce(ends, 'infinity'),
    starts);
create index service_interval_open_idx on availability.service_interval (service_id) include (state, reason, starts)
    where ends is null;

create table availability.outage (
    id         uuid        not null constraint outage_pk primary key,
    service_id uuid        not null,
    starts     timestamptz not null,
    ends       timestamptz,
    cause      text        not null,
    affected   integer     not null default 0,
    constraint outage_ends_after_its_start check (starts <= ends)
);
comment on table availability.outage is 'Times in which services were down, also across minutes in which nobody could say. One that ends where it starts was withdrawn: work announced for that time was known too late';
comment on column availability.outage.affected is 'How many people said that it concerns them';
create unique index outage_open_key on availability.outage (service_id) where ends is null;
create index outage_service_idx on availability.outage (service_id, starts);

create table availability.follower (
    outage_id uuid        not null constraint follower_outage_fk references availability.outage,
    follower  uuid        not null,
    since     timestamptz not null,
    constraint follower_pk primary key (outage_id, follower)
);
comment on table availability.follower is 'Who wants to know when an outage is over, by ids of other modules. Forgotten a week after its end';

create table availability.day_sum (
    service_id  uuid   not null,
    day         date   not null,
    up          bigint not null,
    degraded    bigint not null,
    down        bigint not null,
    maintenance bigint not null,
    unknown     bigint not null,
    unmonitored bigint not null,
    constraint day_sum_pk primary key (service_id, day),
    constraint day_sum_is_a_day check (up + degraded + down + maintenance + unknown + unmonitored = 86400000000)
);
comment on table availability.day_sum is 'How long each service was in which state, in microseconds of each day of the city (Asia/Jakarta) that is over; days before its first interval are left out';

create table availability.day_closed (
    day date not null,
    constraint day_closed_pk primary key (day)
);
comment on table availability.day_closed is 'The last day whose sums are all there; one row';

create table availability.work_span (
    window_id  uuid        not null,
    service_id uuid        not null,
    starts     timestamptz not null,
    ends       timestamptz not null,
    begun      boolean     not null default false,
    ended      boolean     not null default false,
    constraint work_span_pk primary key (window_id, service_id, starts),
    constraint work_span_lasts check (starts <= ends)
);
comment on table availability.work_span is 'Announced work on services, a few minutes before it begins and ever after. begun and ended: whether the states were made anew at that edge';
create index work_span_service_idx on availability.work_span (service_id, ends);
create index work_span_edge_idx on availability.work_span (starts) where not ended;
