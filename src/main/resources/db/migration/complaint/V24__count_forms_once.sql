create table complaint.form (
    key          uuid        not null constraint form_pk primary key,
    complaint_id uuid        not null constraint form_complaint_fk references complaint.complaint,
    created_at   timestamptz not null
);
comment on table complaint.form is 'Keys of forms in which somebody wrote about a complaint, so that one form is one entry';
create index form_created_idx on complaint.form (created_at);
