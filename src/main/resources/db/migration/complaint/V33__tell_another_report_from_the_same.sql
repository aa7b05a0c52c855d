alter table complaint.submission add column fingerprint bytea;
comment on column complaint.submission.fingerprint is 'Keyed hash of what another system handed in, so that something else under the same key is refused';
