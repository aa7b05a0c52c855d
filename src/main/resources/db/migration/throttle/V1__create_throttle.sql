create schema throttle;

-- Unlogged: a try is worth no wait for the disk. After a crash of the server all buckets are full again.
create unlogged table throttle.bucket (
    id         bigint      not null constraint bucket_pk primary key,
    state      bytea       not null,
    expires_at timestamptz not null
) with (fillfactor = 70);
comment on table throttle.bucket is 'How much of a limit is left; a missing row is a full bucket';
comment on column throttle.bucket.id is 'Keyed hash of the limit and of whom it counts, who cannot be told from it';
comment on column throttle.bucket.expires_at is 'When the bucket is full again. Not indexed, so that updates stay in their page';
