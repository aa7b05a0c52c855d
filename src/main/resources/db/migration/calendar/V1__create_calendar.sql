create schema calendar;

create table calendar.holiday (
    day         date        not null constraint holiday_pk primary key,
    kind        text        not null constraint holiday_kind_known check (kind in ('NATIONAL', 'COLLECTIVE_LEAVE')),
    name        text        not null constraint holiday_name_length check (length(name) between 1 and 120),
    name_en     text        not null constraint holiday_name_en_length check (length(name_en) between 1 and 120),
    certainty   text        not null constraint holiday_certainty_known check (certainty in ('CERTAIN', 'LIKELY', 'UNCERTAIN')),
    source      text        not null constraint holiday_source_length check (length(source) between 1 and 400),
    source_hash text,
    edited_at   timestamptz,
    removed_at  timestamptz,
    constraint holiday_origin check (source_hash is not null or edited_at is not null)
);
comment on table calendar.holiday is 'Days on which the offices are closed, cuti bersama included. source_hash: null when an administrator added it';
comment on column calendar.holiday.removed_at is 'Kept so that the next start does not bring the row back';

create table calendar.ramadan (
    hijri_year  integer     not null constraint ramadan_pk primary key,
    first_day   date        not null,
    last_day    date        not null,
    certainty   text        not null constraint ramadan_certainty_known check (certainty in ('CERTAIN', 'LIKELY', 'UNCERTAIN')),
    source      text        not null,
    source_hash text        not null,
    edited_at   timestamptz,
    constraint ramadan_length check (last_day - first_day between 28 and 29)
);
comment on table calendar.ramadan is 'The fasting months, in which offices have other hours';

create table calendar.office_hours (
    agency      text,
    season      text        not null constraint office_hours_season_known check (season in ('ORDINARY', 'RAMADAN')),
    weekday     smallint    not null constraint office_hours_weekday_range check (weekday between 1 and 5),
    opens       time        not null,
    closes      time        not null,
    source      text        not null,
    source_hash text,
    edited_at   timestamptz,
    constraint office_hours_key unique nulls not distinct (agency, season, weekday),
    constraint office_hours_order check (opens < closes),
    constraint office_hours_origin check (source_hash is not null or edited_at is not null)
);
comment on table calendar.office_hours is 'When offices are open, in Jakarta. agency: null for all that have no hours of their own; weekday: 1 is Monday';

create sequence calendar.revision_number;
comment on sequence calendar.revision_number is 'Never gives a number twice, not even after a rollback';
create table calendar.revision (
    number bigint not null
);
comment on table calendar.revision is 'One row with another number after every change, by which the nodes notice it';
insert into calendar.revision values (0);
