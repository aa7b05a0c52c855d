create schema attachment;

create table attachment.attachment (
    id             uuid        not null constraint attachment_pk primary key,
    owner_kind     text        not null,
    owner_id       uuid        not null,
    kind           text        not null,
    sha256         bytea       not null,
    media_type     text        not null,
    size           integer     not null,
    width          integer     not null,
    height         integer     not null,
    tag            text        not null,
    thumbnail_size integer,
    original_type  text,
    original_size  integer,
    original_tag   text,
    created_at     timestamptz not null,
    attached_at    timestamptz,
    redacted_at    timestamptz,
    constraint attachment_original_ck check (num_nonnulls(original_type, original_size, original_tag) in (0, 3))
);
comment on table attachment.attachment is 'Photos and documents; the bytes are in the store, by default attachment.content';
comment on column attachment.attachment.owner_id is 'A draft or a case of another module, never a person';
comment on column attachment.attachment.sha256 is 'Of what was sent, so that sending it again adds nothing';
comment on column attachment.attachment.tag is 'Of what is shown now; another one after a redaction';
comment on column attachment.attachment.attached_at is 'Null while it hangs on a draft; purged after a day then';
create index attachment_owner_idx on attachment.attachment (owner_kind, owner_id);
create index attachment_orphan_idx on attachment.attachment (created_at) where attached_at is null;

create table attachment.content (
    attachment_id uuid  not null,
    part          text  not null,
    tag           text  not null,
    bytes         bytea not null,
    constraint content_pk primary key (attachment_id, part)
);
-- Pictures do not compress, and a slice of what is not compressed is read without the rest.
alter table attachment.content alter column bytes set storage external;
comment on table attachment.content is 'Bytes of attachments, unless another store is configured';
comment on column attachment.content.part is 'FULL and THUMBNAIL are shown; ORIGINAL is for audit only';
