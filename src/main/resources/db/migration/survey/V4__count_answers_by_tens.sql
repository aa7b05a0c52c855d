alter table survey.answer add column counted_on date;
comment on column survey.answer.counted_on is 'The day on which there were ten people who had answered about the same service since the ones counted before; null while it waits for them';
create index answer_counted_idx on survey.answer (counted_on, service_id) where counted_on is not null;
create index answer_waiting_idx on survey.answer (service_id, day) where counted_on is null;

-- All sums are made anew, of tens.
delete from survey.sums;
insert into survey.touched (service_id, day) select distinct service_id, day from survey.answer;
