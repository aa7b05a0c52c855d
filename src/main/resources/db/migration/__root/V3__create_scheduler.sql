create schema scheduler;

create table scheduler.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
comment on table scheduler.scheduled_tasks is 'Jobs that run once across all nodes; columns are those of db-scheduler 16';

create index scheduled_tasks_execution_time_idx on scheduler.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduler.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_idx on scheduler.scheduled_tasks (priority desc, execution_time);
