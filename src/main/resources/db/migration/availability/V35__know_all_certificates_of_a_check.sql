-- Servers behind one name may show different ones by turns.
alter table availability.certificate_seen
    drop constraint certificate_seen_pk,
    add constraint certificate_seen_pk primary key (check_id, certificate),
    add column replaced_at timestamptz,
    add column shown_by text;
comment on table availability.certificate_seen is 'The certificates each check saw, by the SHA-256 of them, and when they end; written when another one is shown, forgotten soon after it was replaced';
comment on column availability.certificate_seen.seen_at is 'When it was seen first';
comment on column availability.certificate_seen.replaced_at is 'When another one was seen instead of it, null while it is the last one';
comment on column availability.certificate_seen.shown_by is 'Which server showed it; null where that was not noted';
