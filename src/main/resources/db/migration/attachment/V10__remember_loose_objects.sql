create table attachment.loose (
    attachment_id uuid        not null constraint loose_pk primary key,
    due_at        timestamptz not null
);
comment on table attachment.loose is 'Attachments of which an object store may hold something that no row knows of: written before a transaction that may fail, or removed. Empty while PostgreSQL keeps the bytes';
create index loose_due_idx on attachment.loose (due_at);
