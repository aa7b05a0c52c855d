create table availability.waiting (
    service_id uuid        not null,
    follower   uuid        not null,
    since      timestamptz not null,
    constraint waiting_pk primary key (service_id, follower)
);
comment on table availability.waiting is 'Who wants to know when a service that is worked on can be used again, by ids of other modules. Forgotten once they are told';
create index waiting_follower_idx on availability.waiting (follower);
