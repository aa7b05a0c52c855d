create table availability.work_affected (
    service_id uuid        not null,
    since      timestamptz not null,
    affected   integer     not null,
    constraint work_affected_pk primary key (service_id, since),
    constraint work_affected_is_somebody check (affected > 0)
);
comment on table availability.work_affected is 'How many people said that announced work on a service concerns them, by when it began';
