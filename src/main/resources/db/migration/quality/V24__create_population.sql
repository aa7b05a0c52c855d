create table quality.population (
    sub_district text    not null constraint population_pk primary key,
    people       integer not null constraint population_counted check (people > 0),
    source       text    not null,
    year         integer not null
);
comment on table quality.population is 'How many people live in each kelurahan, as far as somebody wrote it down; source says who counted, year when';
