alter table availability.incident add column post_mortem_at timestamptz;
comment on column availability.incident.post_mortem_at is 'When the post-mortem was written, or worded anew the last time; null for old ones that nobody worded anew';
update availability.incident i set post_mortem_at = (select max(e.edited_at) from availability.incident_edit e
    where e.incident_id = i.id and e.entry_id is null)
where i.post_mortem is not null;
