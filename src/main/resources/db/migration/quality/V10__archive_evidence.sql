create table quality.evidence_pack (
    period   text        not null,
    version  integer     not null,
    sha256   text        not null,
    content  bytea       not null,
    made_by  uuid        not null,
    made_at  timestamptz not null,
    constraint evidence_pack_pk primary key (period, version),
    constraint evidence_pack_hash_form check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table quality.evidence_pack is 'Evidence as it was handed to evaluators. Never changed: a pack of the same period with a higher version supersedes it. content is the ZIP file, sha256 its hash';

create function quality.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Evidence is never changed, only superseded';
end
$$;
comment on function quality.refuse_change is 'Keeps rows as they are';

create trigger evidence_pack_stays before update or delete on quality.evidence_pack for each row execute function quality.refuse_change();
