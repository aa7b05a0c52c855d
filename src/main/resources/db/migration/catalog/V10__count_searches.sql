create table catalog.search_day (
    day      date   not null constraint search_day_pk primary key,
    searches bigint not null default 0,
    hits     bigint not null default 0
);
comment on table catalog.search_day is 'How many searches people made, and how often they went on to one of the first three services that were found; without who or what';
