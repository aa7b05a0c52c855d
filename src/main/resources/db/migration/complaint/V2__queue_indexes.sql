-- The queue of the staff: what is somebody's and open, and everything, the newest first, by what people filter it by.
create index complaint_officer_open_idx on complaint.complaint (officer, due_at, id)
    where officer is not null and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED');
create index complaint_agency_received_idx on complaint.complaint (agency, received_at desc, id);
create index complaint_category_received_idx on complaint.complaint (category, received_at desc, id);
create index complaint_place_received_idx on complaint.complaint (sub_district, received_at desc, id);
-- Words the staff look for; those of secret complaints are encrypted.
create index complaint_words_idx on complaint.complaint
    using gin (to_tsvector('pg_catalog.simple', subject || ' ' || body)) where sealed is null;
-- Closed without anybody confirming, and not looked at yet.
create index complaint_sample_idx on complaint.complaint (closed_at desc, id)
    where closing = 'UNCONFIRMED' and sampled_at is null;
