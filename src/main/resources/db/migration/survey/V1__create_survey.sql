create schema survey;

create table survey.instrument_version (
    id          integer     generated always as identity constraint instrument_version_pk primary key,
    instrument  text        not null,
    number      integer     not null,
    state       text        not null,
    source_hash text,
    made_at     timestamptz not null,
    opened_at   timestamptz,
    closed_at   timestamptz,
    constraint instrument_version_key unique (instrument, number),
    constraint instrument_version_instrument_known check (instrument in ('ESQUAL', 'ERECS', 'SKM', 'SHORT')),
    constraint instrument_version_state_known check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    constraint instrument_version_opened check ((state = 'DRAFT') = (opened_at is null)),
    constraint instrument_version_closed check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table survey.instrument_version is 'Questionnaires by version. A version that was open once never changes: answers stay with the words they were given to';
comment on column survey.instrument_version.source_hash is 'Of the words a release brought; null where an administrator wrote them';
create unique index instrument_version_open_key on survey.instrument_version (instrument) where state = 'OPEN';

create table survey.item (
    version_id integer  not null constraint item_version_fk references survey.instrument_version,
    position   smallint not null,
    code       text     not null,
    dimension  text     not null,
    text       text     not null,
    text_en    text     not null,
    constraint item_pk primary key (version_id, position),
    constraint item_code_key unique (version_id, code),
    constraint item_position_counted check (position between 1 and 99),
    constraint item_text_length check (length(text) between 1 and 300 and length(text_en) between 1 and 300)
);
comment on table survey.item is 'What a version asks';

create table survey.answer (
    sheet_id   uuid        not null,
    version_id integer     not null constraint answer_version_fk references survey.instrument_version,
    at         timestamptz not null,
    day        date        not null generated always as (cast(at at time zone 'Asia/Jakarta' as date)) stored,
    service_id uuid,
    agency     text,
    occasion   text        not null,
    stratum    text        not null,
    outage     text,
    burst_id   uuid,
    marks      smallint[]  not null,
    constraint answer_pk primary key (sheet_id, version_id),
    constraint answer_about_something check (service_id is not null or agency is not null),
    constraint answer_occasion_known check (occasion in ('SERVICE', 'COMPLAINT', 'OUTAGE', 'COUNTER')),
    constraint answer_stratum_known check (stratum in ('ACCOUNT', 'INVITED', 'ANONYMOUS', 'COUNTER')),
    constraint answer_outage_known check (outage in ('NOW', 'LATELY', 'NO'))
);
comment on table survey.answer is 'What people answered, without anything that leads to them. The state of the service is not stored: it follows from at, so that an outage that is dated back corrects it';
comment on column survey.answer.agency is 'Whose service it was when it was answered';
comment on column survey.answer.outage is 'Whether the person met an outage; null where that was not asked';
comment on column survey.answer.marks is 'Position of the item * 10 + the value; 0 as the value: it was shown and left out';
create index answer_service_idx on survey.answer (service_id, at);
create index answer_day_idx on survey.answer (day, service_id);
create index answer_burst_idx on survey.answer (burst_id) where burst_id is not null;

create table survey.remark (
    sheet_id   uuid        not null constraint remark_pk primary key,
    service_id uuid,
    agency     text,
    at         timestamptz not null,
    text       text        not null
);
comment on table survey.remark is 'What people wrote in their own words. text is encrypted by the application, after numbers and addresses were taken out';
create index remark_service_idx on survey.remark (service_id, at desc);
create index remark_agency_idx on survey.remark (agency, at desc);
create index remark_at_idx on survey.remark (at);

create table survey.once (
    mark      bytea not null constraint once_pk primary key,
    forget_on date  not null
);
comment on table survey.once is 'Who has answered about a service in this quarter, as a keyed hash of person, service and quarter. Leads to no answer';
create index once_forget_idx on survey.once (forget_on);

create table survey.invitation (
    id           uuid        not null constraint invitation_pk primary key,
    occasion     text        not null,
    subject      bytea       not null,
    complaint_id uuid,
    service_id   uuid,
    agency       text,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    answered_on  date,
    constraint invitation_subject_key unique (subject),
    constraint invitation_about_something check (service_id is not null or agency is not null),
    constraint invitation_occasion_known check (occasion in ('COMPLAINT', 'OUTAGE'))
);
comment on table survey.invitation is 'Links that let somebody answer once. subject is a keyed hash of what the occasion was';
comment on column survey.invitation.answered_on is 'Only the day, so that it does not lead to the answer';
create index invitation_expires_idx on survey.invitation (expires_at);

create table survey.trace (
    sheet_id   uuid        not null constraint trace_pk primary key,
    at         timestamptz not null,
    service_id uuid,
    agency     text,
    network    bytea       not null,
    hasty      boolean     not null
);
comment on table survey.trace is 'Where answers came from, to find floods of them; forgotten after a week. network is a keyed hash of the network and the day';
create index trace_at_idx on survey.trace (at);

create table survey.burst (
    id         uuid        not null constraint burst_pk primary key,
    kind       text        not null,
    service_id uuid,
    agency     text,
    starts     timestamptz not null,
    ends       timestamptz not null,
    answers    integer     not null,
    found_at   timestamptz not null,
    decision   text,
    decided_by uuid,
    decided_at timestamptz,
    constraint burst_kind_known check (kind in ('NETWORK', 'CROWD', 'HASTE')),
    constraint burst_decision_known check (decision in ('GENUINE', 'STUFFED')),
    constraint burst_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);
comment on table survey.burst is 'Floods of answers. They count apart until a person has decided, and not at all when they were stuffed';
create index burst_open_idx on survey.burst (found_at) where decision is null;

create table survey.touched (
    id         bigint generated always as identity constraint touched_pk primary key,
    service_id uuid,
    day        date   not null
);
comment on table survey.touched is 'Days of services whose sums must be made anew. A row for each change and no key, so that none waits for another and none is lost while a day is summed up';

create table survey.sums (
    level      text      not null,
    span       text      not null,
    first_day  date      not null,
    service_id uuid,
    agency     text,
    version_id integer   not null constraint sums_version_fk references survey.instrument_version,
    stratum    text      not null,
    situation  text      not null,
    met_outage boolean   not null,
    answers    integer   not null,
    items      integer[] not null,
    dimensions integer[] not null,
    pairs      integer[] not null,
    constraint sums_key unique nulls not distinct (level, span, first_day, service_id, agency, version_id, stratum,
        situation, met_outage),
    constraint sums_level_known check (level in ('SERVICE', 'CITY')),
    constraint sums_span_known check (span in ('DAY', 'MONTH')),
    constraint sums_situation_known check (situation in ('UP', 'DOWN', 'OTHER'))
);
comment on table survey.sums is 'What the answers of a day of a service add up to; months and the city are sums of these. All figures follow from them';
comment on column survey.sums.items is 'For each item in its order, how often each value was given';
comment on column survey.sums.dimensions is 'For each dimension over the people who answered in it: how many, their answered items m, their points t, and the sums of t*t, t*m, m*m';
comment on column survey.sums.pairs is 'For each pair of items of a dimension over the people who answered both: how many, points of the first, of the second, and the sum of their products';
create index sums_service_idx on survey.sums (service_id, span, first_day);
create index sums_agency_idx on survey.sums (agency, span, first_day);
create index sums_version_idx on survey.sums (version_id, level, span, first_day);

create table survey.follow_up (
    id         uuid        not null constraint follow_up_pk primary key,
    agency     text,
    period     text        not null,
    item       text        not null,
    action     text        not null,
    owner      text        not null,
    due_on     date        not null,
    done_on    date,
    result     text,
    created_by uuid        not null,
    created_at timestamptz not null,
    version    integer     not null,
    constraint follow_up_done check ((done_on is null) = (result is null))
);
comment on table survey.follow_up is 'What is done about the weakest parts of the satisfaction survey; published. agency is null for the whole city';
create index follow_up_period_idx on survey.follow_up (period, agency);

create table survey.population (
    scope       text    not null constraint population_pk primary key,
    people      bigint  not null constraint population_counted check (people > 0),
    source      text    not null,
    source_hash text,
    edited_at   timestamptz
);
comment on table survey.population is 'How many people there are to ask: the city, and services (by slug) whose users are known';
