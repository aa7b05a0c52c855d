create table complaint.clock_decision (
    complaint_id uuid        not null constraint clock_decision_complaint_fk references complaint.complaint,
    clock        text        not null,
    at           timestamptz not null,
    agency       text,
    in_time      boolean     not null,
    constraint clock_decision_pk primary key (complaint_id, clock),
    constraint clock_decision_clock_known check (clock in ('VERIFY', 'START', 'RESOLVE'))
);
comment on table complaint.clock_decision is 'When each clock of a complaint was met or ran out, and which agency had the complaint then. Written once: whatever moves the date afterwards, it counts on that day and for that agency';
comment on column complaint.clock_decision.at is 'When it was met; of one that ran out, the date it had then';
create index clock_decision_at_idx on complaint.clock_decision (clock, at);

alter table complaint.earlier_verdict add column agency text;
comment on column complaint.earlier_verdict.agency is 'Which had the complaint at that end';
update complaint.earlier_verdict v set agency = (
    select u.agency from complaint.custody u
    where u.complaint_id = v.complaint_id and u.since <= v.rated_at + interval '1 day' order by u.id desc limit 1);

-- The clocks that figures are about. The city's own cases and those of the LAKSA of before are in none.
create view complaint.clock as
    select c.id as complaint_id, k.clock, k.met, k.due, k.runs, c.agency
    from complaint.complaint c cross join lateral (values
        ('VERIFY', c.verify_met, c.verify_at, c.status = 'SUBMITTED'),
        ('START', c.start_met, c.start_at, c.status = 'ASSIGNED'),
        ('RESOLVE', c.resolve_met, c.resolve_at, c.status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS')))
        as k (clock, met, due, runs)
    where c.channel not in ('IMPORT', 'OUTAGE');
comment on view complaint.clock is 'Each clock of each complaint, and whether it runs: it does not while the citizen is asked, nor after an end';

create view complaint.counted as
    select d.clock as figure, d.at, d.complaint_id, d.agency, cast(case when d.in_time then 1 else 0 end as numeric) as part,
        cast(1 as numeric) as whole
    from complaint.clock_decision d
    union all
    select 'REOPENED', e.at, e.complaint_id,
        (select u.agency from complaint.custody u where u.complaint_id = e.complaint_id and u.since <= e.at
            order by u.id desc limit 1),
        case when c.reopened > 0 then 1 else 0 end, 1
    from complaint.entry e join complaint.complaint c on c.id = e.complaint_id
    where e.kind = 'RESOLVED' and c.channel not in ('IMPORT', 'OUTAGE') and not exists (
        select from complaint.entry b
        where b.complaint_id = e.complaint_id and b.kind = 'RESOLVED' and (b.at, b.seq) < (e.at, e.seq))
    union all
    select 'SOLVED', c.rated_at, c.id, c.agency, case when c.solved then 1 else 0 end, 1
    from complaint.complaint c
    where c.rated_at is not null and c.solved is not null and c.channel not in ('IMPORT', 'OUTAGE')
    union all
    select 'SOLVED', v.rated_at, v.complaint_id, v.agency, case when v.solved then 1 else 0 end, 1
    from complaint.earlier_verdict v join complaint.complaint c on c.id = v.complaint_id
    where v.solved is not null and c.channel not in ('IMPORT', 'OUTAGE')
    union all
    select 'PROMISED', c.resolve_met, c.id, c.agency, greatest(0, extract(epoch from c.resolve_met - c.resolve_starts)),
        extract(epoch from c.resolve_at - c.resolve_starts)
    from complaint.complaint c
    where c.resolve_met is not null and c.resolve_at > c.resolve_starts and c.channel not in ('IMPORT', 'OUTAGE');
comment on view complaint.counted is 'What each complaint adds to which figure of which moment, and for which agency; so figures and the lists behind them are of the same complaints';

-- As it was counted until now, but for the agency that had it then.
insert into complaint.clock_decision (complaint_id, clock, at, agency, in_time)
select k.complaint_id, k.clock, least(k.met, k.due),
    (select u.agency from complaint.custody u where u.complaint_id = k.complaint_id and u.since <= least(k.met, k.due)
        order by u.id desc limit 1),
    coalesce(k.met <= k.due, false)
from complaint.clock k join complaint.complaint c on c.id = k.complaint_id
where k.met is not null or (k.due < now() and (k.runs or c.status_since > k.due)
    and (k.clock <> 'START' or c.verify_met is not null));
