alter table availability.incident add column joined_at timestamptz,
    add constraint incident_joined_after_acknowledgement check (joined_at is null or acknowledged_at is not null);
comment on column availability.incident.joined_at is 'When a service joined for which nobody has said yet that they take care, after they had for those before. acknowledged_at stays the first time';
