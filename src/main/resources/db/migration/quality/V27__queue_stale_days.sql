alter table quality.stale_day drop constraint stale_day_pk;
alter table quality.stale_day add column id bigint generated always as identity constraint stale_day_pk primary key;
create index stale_day_indicator_idx on quality.stale_day (indicator, day);
comment on table quality.stale_day is 'Days to be counted again, because what they are made of was corrected. A row for each correction and no key, so that none waits for another and none is lost while its day is counted';
