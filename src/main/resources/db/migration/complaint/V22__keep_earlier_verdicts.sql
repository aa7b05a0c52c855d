create table complaint.earlier_verdict (
    complaint_id uuid    not null constraint earlier_verdict_complaint_fk references complaint.complaint,
    ending       integer not null,
    rating       integer,
    solved       boolean,
    rated_at     timestamptz,
    constraint earlier_verdict_pk primary key (complaint_id, ending),
    constraint earlier_verdict_rated check (rating between 1 and 5),
    constraint earlier_verdict_says_something check (rating is not null or solved is not null)
);
comment on table complaint.earlier_verdict is 'What reporters said of an end after which their complaint was opened again. They are asked anew at the next end; what was counted stays counted';
comment on column complaint.earlier_verdict.ending is 'How often it had been opened again before that end';
create index earlier_verdict_rated_idx on complaint.earlier_verdict (rated_at);
