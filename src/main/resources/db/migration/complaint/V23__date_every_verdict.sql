update complaint.complaint set rated_at = changed_at where rated_at is null and solved is not null;
alter table complaint.complaint drop constraint complaint_rated;
alter table complaint.complaint add constraint complaint_rated
    check (rating between 1 and 5 and (rating is null and solved is null) = (rated_at is null));
comment on column complaint.complaint.rated_at is 'When its reporter said last how it was: a rating, whether it is solved, or both';
