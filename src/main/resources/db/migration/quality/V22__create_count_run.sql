create table quality.count_run (
    one         boolean     not null default true,
    finished_at timestamptz not null,
    changed     integer     not null,
    constraint count_run_pk primary key (one),
    constraint count_run_once check (one)
);
comment on table quality.count_run is 'When the daily count of indicators last came to its end, and how many days turned out different; one row';
