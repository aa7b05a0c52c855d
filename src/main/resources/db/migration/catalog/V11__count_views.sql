create table catalog.view_day (
    day        date   not null,
    service_id uuid   not null constraint view_day_service_fk references catalog.service on delete cascade,
    viewed     bigint not null,
    constraint view_day_pk primary key (day, service_id)
);
comment on table catalog.view_day is 'How often the page of a service was shown; without who or from where';
