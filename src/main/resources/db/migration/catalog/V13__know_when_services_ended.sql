alter table catalog.service add column ended_on date;
comment on column catalog.service.ended_on is 'The day on which it was retired or replaced; null while it is offered, and where nobody wrote it down';
