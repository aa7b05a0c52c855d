create table quality.inspection (
    service_id   uuid        not null,
    week         date        not null,
    inspected_at timestamptz not null,
    outcome      text        not null,
    address      text        not null,
    pages        integer     not null,
    constraint inspection_pk primary key (service_id, week),
    constraint inspection_monday check (extract(isodow from week) = 1),
    constraint inspection_outcome_known check (outcome in ('SEEN', 'UNTRUSTED', 'TURNED_AWAY', 'UNREACHABLE'))
);
comment on table quality.inspection is 'Looks at the sites of the city, one a week. week is its Monday, address the page that was read or, where none was, the one asked for; pages is how many were read';
create index inspection_at_idx on quality.inspection (inspected_at);

create table quality.inspection_finding (
    service_id uuid not null,
    week       date not null,
    item       text not null,
    verdict    text not null,
    since      date not null,
    detail     text,
    page       text,
    constraint inspection_finding_pk primary key (service_id, week, item),
    constraint inspection_finding_of_inspection foreign key (service_id, week) references quality.inspection on delete cascade,
    constraint inspection_finding_verdict_known check (verdict in ('MET', 'MISSED', 'UNKNOWN', 'NOT_APPLICABLE'))
);
comment on table quality.inspection_finding is 'What was seen of one item or promise. since is the day from which it was seen like this without a different look in between; weeks in which nothing could be seen do not interrupt it';

create table quality.finding_dispute (
    service_id  uuid        not null,
    item        text        not null,
    reason      text        not null,
    disputed_by uuid        not null,
    disputed_at timestamptz not null,
    constraint finding_dispute_pk primary key (service_id, item, disputed_at),
    withdrawn_at timestamptz,
    withdrawn_by uuid
);
comment on table quality.finding_dispute is 'Staff say that what is missing is there. While it is not withdrawn, the finding is shown with the reason and counts nowhere';
create unique index finding_dispute_once on quality.finding_dispute (service_id, item) where withdrawn_at is null;
