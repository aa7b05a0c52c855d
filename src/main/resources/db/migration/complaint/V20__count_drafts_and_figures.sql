create table complaint.draft_day (
    day   date   not null constraint draft_day_pk primary key,
    begun bigint not null default 0,
    sent  bigint not null default 0
);
comment on table complaint.draft_day is 'How many forms were begun on a day, and how many of these led to a complaint or to one that was there; without who or what';

-- Figures of days.
create index complaint_resolved_idx on complaint.complaint (resolve_met) where resolve_met is not null;
create index complaint_rated_idx on complaint.complaint (rated_at) where rated_at is not null;
create index entry_resolved_idx on complaint.entry (at, complaint_id) where kind = 'RESOLVED';
create index entry_first_resolved_idx on complaint.entry (complaint_id, at) where kind = 'RESOLVED';
