create table identity.sign_in_day (
    day          date   not null,
    sub_district text   not null,
    signed_in    bigint not null,
    constraint sign_in_day_pk primary key (day, sub_district)
);
comment on table identity.sign_in_day is 'How often citizens signed in, per day and kelurahan of the account, without who. sub_district is empty for those whose account names none, or who did not agree to be counted there';
