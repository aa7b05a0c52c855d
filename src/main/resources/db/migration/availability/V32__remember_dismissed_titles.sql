alter table availability.exploration add column dismissed_title text;
update availability.exploration set dismissed_title = title where dismissed_at is not null;
comment on column availability.exploration.dismissed_title is 'What the page was called when somebody said that it is not the service''s';
