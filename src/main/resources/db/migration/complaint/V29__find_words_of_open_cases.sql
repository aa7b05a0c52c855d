-- Words looked for among the open cases: an index of all complaints finds a hundred times as many, and each would be read.
create index complaint_open_words_idx on complaint.complaint
    using gin (to_tsvector('pg_catalog.simple', subject || ' ' || body))
    where sealed is null and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED');

-- All cases somebody ever had, the newest first.
create index complaint_officer_received_idx on complaint.complaint (officer, received_at desc, id) where officer is not null;
