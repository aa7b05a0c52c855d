create schema if not exists availability;

create table availability.check_definition (
    id               integer     generated always as identity constraint check_definition_pk primary key,
    service_id       uuid        not null,
    platform         text        not null,
    agency           text,
    kind             text        not null,
    target           text        not null,
    method           text,
    statuses         text,
    redirects        boolean,
    present          text,
    absent           text,
    days_left        integer,
    record_type      text,
    record_value     text,
    timeout_ms       integer     not null,
    slow_ms          integer,
    interval_s       integer     not null,
    failures         smallint    not null,
    successes        smallint    not null,
    slows            smallint    not null,
    mode             text        not null,
    source_target    text,
    source_mode      text,
    gone             boolean     not null default false,
    removed_at       timestamptz,
    asked_at         timestamptz,
    version          integer     not null default 0,
    changed          bigint      not null,
    constraint check_definition_kind_known check (kind in ('HTTP', 'TLS', 'TCP', 'DNS')),
    constraint check_definition_mode_known check (mode in ('COUNTED', 'CITED', 'EXPLORED', 'INTERNAL')),
    constraint check_definition_counts check (failures > 0 and successes > 0 and slows > 0),
    constraint check_definition_times check (timeout_ms > 0 and interval_s > 0 and slow_ms > 0),
    constraint check_definition_http check ((kind = 'HTTP') = (method is not null and statuses is not null and redirects is not null)),
    constraint check_definition_dns check ((kind = 'DNS') = (record_type is not null)),
    constraint check_definition_tls check ((kind = 'TLS') = (days_left is not null)),
    constraint check_definition_source check ((source_target is null) = (source_mode is null))
);
comment on table availability.check_definition is 'What is checked. Rows stay when a check is removed, because results refer to them';
comment on column availability.check_definition.agency is 'Code of the agency, as the catalogue last told it';
comment on column availability.check_definition.target is 'HTTP: the address; TLS and TCP: host:port; DNS: the name';
comment on column availability.check_definition.present is 'Text that must be in the answer; absent: must not';
comment on column availability.check_definition.source_target is 'What the catalogue last said; null for checks that administrators added. Who differs was edited, and is left alone';
comment on column availability.check_definition.gone is 'The catalogue no longer has the listing, its address, or the service is retired';
comment on column availability.check_definition.asked_at is 'When somebody last asked to check at once';
comment on column availability.check_definition.changed is 'Value of check_version at the last change; readers fetch what is greater than they know';
-- One default per listing, even when it was removed: it must not come back by itself.
create unique index check_definition_default_key on availability.check_definition (service_id, platform) where source_target is not null;
create index check_definition_service_idx on availability.check_definition (service_id);
create index check_definition_changed_idx on availability.check_definition (changed);

create table availability.check_version (
    only_row boolean not null default true constraint check_version_pk primary key constraint check_version_one check (only_row),
    version  bigint  not null,
    looking  boolean not null default false
);
comment on column availability.check_version.looking is 'Whether checks are made at all, as states were last told';
comment on table availability.check_version is 'Counts changes of definitions. Held until commit, so that nobody sees a later change before an earlier one';
insert into availability.check_version (version) values (0);

create table availability.check_pause (
    id         bigint      generated always as identity constraint check_pause_pk primary key,
    check_id   integer     not null constraint check_pause_check_fk references availability.check_definition,
    reason     text        not null,
    paused_by  uuid,
    paused_at  timestamptz not null,
    resumed_by uuid,
    resumed_at timestamptz
);
comment on table availability.check_pause is 'When a check did not look, who decided so and why; null is the portal itself';
create unique index check_pause_open_key on availability.check_pause (check_id) where resumed_at is null;
create index check_pause_check_idx on availability.check_pause (check_id, paused_at desc);

create table availability.exploration (
    check_id    integer     not null constraint exploration_pk primary key constraint exploration_check_fk references availability.check_definition,
    next_at     timestamptz not null,
    looked_at   timestamptz,
    resolved    boolean     not null default false,
    answered    boolean     not null default false,
    status      smallint    not null default 0,
    title       text,
    proposed_at timestamptz,
    dismissed_at timestamptz
);
comment on table availability.exploration is 'What was found at addresses that were only guessed; counts nowhere';
create index exploration_next_idx on availability.exploration (next_at);
create index exploration_proposed_idx on availability.exploration (proposed_at) where proposed_at is not null and dismissed_at is null;

create table availability.node (
    id   smallint generated always as identity constraint node_pk primary key,
    name text     not null constraint node_name_key unique
);
comment on table availability.node is 'Machines that checked, for results to name them in two bytes';

create table availability.worker (
    name    text        not null constraint worker_pk primary key,
    seen_at timestamptz not null
);
comment on table availability.worker is 'Processes that check or would, so that they share the shards evenly; times of the database';

create table availability.shard (
    id            smallint    not null constraint shard_pk primary key,
    holder        text,
    fence         bigint      not null default 0,
    leased_until  timestamptz not null default '-infinity',
    covered_until timestamptz not null
) with (fillfactor = 50);
comment on table availability.shard is 'Which process looks at which part of the checks; times of leases are the database''s';
comment on column availability.shard.fence is 'Number of the lease. Who holds an older one writes nothing any more';
comment on column availability.shard.covered_until is 'Every check planned before was made, and its result stored or counted as lost';

create table availability.blind (
    check_id integer     not null constraint blind_pk primary key constraint blind_check_fk references availability.check_definition,
    since    timestamptz not null
);
comment on table availability.blind is 'Since when nobody looked, as it was told: once for each time';

-- Widest columns first and no nulls but the address: 64 bytes a row. 0 stands for none.
create table availability.result (
    at              timestamptz not null,
    check_id        integer     not null,
    outcome         smallint    not null,
    cause           smallint    not null,
    status          smallint    not null,
    dns_ms          smallint    not null,
    connect_ms      smallint    not null,
    tls_ms          smallint    not null,
    first_byte_ms   smallint    not null,
    total_ms        smallint    not null,
    certificate_day smallint    not null,
    node            smallint    not null,
    address         inet,
    constraint result_pk primary key (check_id, at)
) partition by range (at);
comment on table availability.result is 'Every result, in partitions of a day (UTC) that are dropped after the retention. Pages read roll-ups';
comment on column availability.result.at is 'The planned start, the same on every node, so that nothing is stored twice';
comment on column availability.result.outcome is 'probe.Outcome';
comment on column availability.result.cause is 'probe.Cause';
comment on column availability.result.certificate_day is 'When the certificate expires, in days since 1970';

create table availability.rollup_progress (
    only_row     boolean     not null default true constraint rollup_progress_pk primary key constraint rollup_progress_one check (only_row),
    closed_until timestamptz not null default '-infinity',
    built_until  timestamptz not null default '-infinity'
);
comment on table availability.rollup_progress is 'Up to when 5-minute intervals are closed, and built. A result that comes later marks its interval as stale';
insert into availability.rollup_progress default values;

create table availability.rollup_stale (
    at timestamptz not null constraint rollup_stale_pk primary key
);
comment on table availability.rollup_stale is 'Closed 5-minute intervals that must be built again';

create table availability.rollup_5m (
    at            timestamptz not null,
    check_id      integer     not null,
    up            integer     not null,
    slow          integer     not null,
    down          integer     not null,
    refused       integer     not null,
    void          integer     not null,
    dns_ms        bigint      not null,
    connect_ms    bigint      not null,
    tls_ms        bigint      not null,
    first_byte_ms bigint      not null,
    total_ms      bigint      not null,
    p50_ms        integer,
    p95_ms        integer,
    buckets       smallint[]  not null,
    counts        integer[]   not null,
    constraint rollup_5m_pk primary key (check_id, at)
);
comment on table availability.rollup_5m is 'Results of 5 minutes. Times are of answers only (up and slow): sums of phases, and how many fell into which bucket';
comment on column availability.rollup_5m.p50_ms is 'Of availability.percentile; null when nothing answered';
create index rollup_5m_at_idx on availability.rollup_5m using brin (at);

create table availability.rollup_hour (like availability.rollup_5m including comments, constraint rollup_hour_pk primary key (check_id, at));
comment on table availability.rollup_hour is 'Sums of twelve rows of rollup_5m';
create index rollup_hour_at_idx on availability.rollup_hour using brin (at);

create table availability.rollup_day (like availability.rollup_5m including comments, constraint rollup_day_pk primary key (check_id, at));
comment on table availability.rollup_day is 'Sums of rollup_5m for a day in Jakarta, kept for ever';
create index rollup_day_at_idx on availability.rollup_day using brin (at);
