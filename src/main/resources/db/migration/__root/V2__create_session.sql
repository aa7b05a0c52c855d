create schema session;

create table session.spring_session (
    primary_id varchar(64) not null,
    session_id varchar(64) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id),
    constraint spring_session_session_id_key unique (session_id)
) with (fillfactor = 80);
comment on table session.spring_session is 'Sessions of readers who signed in or are filling in a form; column names are those of Spring Session. primary_id is no secret, session_id is what the cookie holds. Times are milliseconds since 1970';

create index spring_session_expiry_time_idx on session.spring_session (expiry_time);
create index spring_session_principal_name_idx on session.spring_session (principal_name) where principal_name is not null;

create table session.spring_session_attributes (
    session_primary_id varchar(64) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_session_fk foreign key (session_primary_id)
        references session.spring_session (primary_id) on delete cascade
);
comment on table session.spring_session_attributes is 'What a session keeps: text in UTF-8, never a serialised object';
