alter table survey.burst drop constraint burst_kind_known;
alter table survey.burst
    add constraint burst_kind_known check (kind in ('NETWORK', 'SHARE', 'CROWD', 'HASTE'));

alter table survey.remark
    add column burst_id  uuid,
    add column hidden_by uuid,
    add column hidden_at timestamptz,
    add constraint remark_hidden check ((hidden_by is null) = (hidden_at is null));
update survey.remark r set burst_id = a.burst_id from survey.answer a where a.sheet_id = r.sheet_id and a.burst_id is not null;
update survey.remark set at = date_trunc('day', at, 'Asia/Jakarta');
create index remark_burst_idx on survey.remark (burst_id) where burst_id is not null;
comment on column survey.remark.at is 'Start of the day: a moment would lead to who wrote it';
comment on column survey.remark.hidden_by is 'Who took it off the pages of the staff';

update survey.answer set at = date_trunc('day', at, 'Asia/Jakarta') where occasion = 'COMPLAINT';
comment on column survey.answer.at is 'After a complaint the start of the day, for the complaint knows when its reporter answered';
comment on table survey.trace is 'Where answers and words came from, to find floods of them; forgotten after a week. network is a keyed hash of the network and the day. None after complaints, whose links work once';
update survey.invitation set complaint_id = null, service_id = null, agency = null where answered_on is not null;
comment on column survey.invitation.complaint_id is 'Until it is answered';

alter table survey.follow_up
    add column withdrawn_by uuid,
    add column withdrawn_at timestamptz,
    add constraint follow_up_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null));
comment on column survey.follow_up.withdrawn_at is 'Since when it is not shown any more';
