create table availability.vouching (
    check_id   integer     not null constraint vouching_check_fk references availability.check_definition,
    account    uuid        not null,
    target     text        not null,
    vouched_at timestamptz not null,
    constraint vouching_pk primary key (check_id, account)
);
comment on table availability.vouching is 'Who says that an address in an inner network is right; it counts once two people say so of the address as it is now';
