create table identity.door_day (
    day     date     not null,
    door    text     not null,
    outcome text     not null,
    class   smallint not null,
    counted bigint   not null default 0,
    millis  bigint   not null default 0,
    constraint door_day_pk primary key (day, door, outcome, class),
    constraint door_day_door_known check (door in ('IN', 'OUT')),
    constraint door_day_outcome_known check (outcome in ('DONE', 'REFUSED', 'THROTTLED', 'FAILED'))
);
comment on table identity.door_day is 'How often people came in and went out, how it ended and how long it took; without who. class is that of the time, millis the time of all together';

alter table identity.disclosure add column about uuid;
comment on column identity.disclosure.about is 'The complaint it was for, null for another reason';
create index disclosure_at_idx on identity.disclosure (at);
