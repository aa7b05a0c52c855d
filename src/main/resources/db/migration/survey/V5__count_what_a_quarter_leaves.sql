alter table survey.answer add column counted_for text
    constraint answer_counted_for_known check (counted_for in ('SERVICE', 'AGENCY', 'CITY'));
update survey.answer set counted_for = 'SERVICE' where counted_on is not null;
alter table survey.answer add constraint answer_counted_whole check ((counted_on is null) = (counted_for is null));
comment on column survey.answer.counted_for is 'What it counts for, and whatever that is a part of: its service, or what a quarter had left of the agency or of the city';

create table survey.quarter_over (
    last_day date not null constraint quarter_over_pk primary key
);
comment on table survey.quarter_over is 'Quarters of which whoever was left waiting has been counted for the agency or the city';
