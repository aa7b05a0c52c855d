-- The portal's own are few among all that is public, and a group of their own in the list.
create index complaint_public_portal_idx on complaint.complaint (received_at desc, id)
    where published_at is not null and channel = 'OUTAGE';
