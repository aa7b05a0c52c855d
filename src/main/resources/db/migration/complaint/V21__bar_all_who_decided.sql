alter table complaint.complaint add column barred uuid[] not null default '{}', add column confirmed_by uuid;
update complaint.complaint set barred = array[barred_officer] where barred_officer is not null;
alter table complaint.complaint drop column barred_officer;

comment on column complaint.complaint.barred is 'Decided when somebody was not content, so that others decide from then on';
comment on column complaint.complaint.confirmed_by is 'Coordinator or inspector who saw that it is done; null where the citizen said so, or nobody did';
