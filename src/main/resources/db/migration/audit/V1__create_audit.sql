create schema audit;

create table audit.chain (
    name text   not null constraint chain_pk primary key,
    seq  bigint not null,
    hash bytea  not null,
    constraint chain_name_form check (name ~ '^[a-z][a-z0-9-]*$'),
    constraint chain_seq_sound check (seq >= 0)
);
comment on table audit.chain is 'The last row of each chain. Whoever adds one locks this row until the end of the transaction';

-- One table, not partitioned by month: rows are never dropped, so there is nothing a partition would make cheap, and its
-- key would have to be part of the primary key, which then no longer kept a number from being given twice in a chain.
create table audit.entry (
    chain         text        not null,
    seq           bigint      not null,
    at            timestamptz not null,
    action        text        not null,
    outcome       text        not null,
    actor_kind    text        not null,
    actor_account uuid,
    actor_roles   text        not null,
    actor_agency  text,
    subject_kind  text,
    subject_id    text,
    details       text        not null,
    key_id        text        not null,
    hash          bytea       not null,
    constraint entry_pk primary key (chain, seq),
    constraint entry_seq_sound check (seq > 0),
    constraint entry_action_of_chain check (action like chain || '.%'),
    constraint entry_outcome_known check (outcome in ('DONE', 'REFUSED')),
    constraint entry_subject_whole check ((subject_kind is null) = (subject_id is null)),
    constraint entry_details_form check (details is json object)
);
comment on table audit.entry is 'Who did what, append-only; docs/security/audit.md';
comment on column audit.entry.actor_roles is 'Roles of staff at that moment, separated by commas';
comment on column audit.entry.details is 'JSON as it was written: text, because the hash covers each character of it';
comment on column audit.entry.hash is 'Keyed hash over the hash of the row before and all columns of this one';

-- The ends of the keys are what lists are sorted by, so that each search reads just the rows it shows.
create index entry_at_idx on audit.entry (at, chain, seq);
create index entry_actor_idx on audit.entry (actor_account, at, chain, seq) where actor_account is not null;
create index entry_subject_idx on audit.entry (subject_id, at, chain, seq) where subject_id is not null;
create index entry_action_idx on audit.entry (action, at, chain, seq);
create index entry_refused_idx on audit.entry (at, chain, seq) where outcome = 'REFUSED';

create table audit.anchor (
    day       date   not null,
    chain     text   not null,
    seq       bigint not null,
    hash      bytea  not null,
    key_id    text   not null,
    signature bytea  not null,
    constraint anchor_pk primary key (day, chain)
);
comment on table audit.anchor is 'The last row of each chain once a day, signed. Copies kept elsewhere show what was cut off here';

create table audit.verification (
    id      bigint      generated always as identity constraint verification_pk primary key,
    at      timestamptz not null,
    entries bigint      not null,
    problem text
);
comment on table audit.verification is 'When the chains were recomputed, and the first problem that was found, null for none';

-- The owner of a table may always change its rows, or give itself the right to. This keeps it from doing so by mistake.
create function audit.refuse_change() returns trigger
    language plpgsql
as $body$
begin
    raise exception 'audit.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$body$;

create trigger entry_append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
create trigger anchor_append_only before update or delete or truncate on audit.anchor
    for each statement execute function audit.refuse_change();

-- Default privileges may have given the application's role more than it needs. Chains are the exception: it moves their end.
do $body$
declare
    given record;
begin
    for given in
        select c.oid::regclass as relation, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
        from pg_class c cross join lateral aclexplode(c.relacl) a
        where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r' and a.grantee <> c.relowner
        group by c.oid, a.grantee
    loop
        execute format('revoke %s on %s from %s',
            case given.relation when 'audit.chain'::regclass then 'delete, truncate' else 'update, delete, truncate' end,
            given.relation, given.grantee);
    end loop;
end
$body$;
