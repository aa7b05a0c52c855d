create table identity.sign_in_person (
    quarter      date  not null,
    person       bytea not null,
    sub_district text  not null,
    constraint sign_in_person_pk primary key (quarter, person)
);
comment on table identity.sign_in_person is 'Who signed in during a quarter, so that one person with many sign-ins is not taken for many. person is a keyed hash that is another one each quarter, and sub_district that of the first counted sign-in, empty as in sign_in_day. Emptied when the quarter is over';

create table identity.sign_in_quarter (
    quarter      date   not null,
    sub_district text   not null,
    people       bigint not null,
    constraint sign_in_quarter_pk primary key (quarter, sub_district)
);
comment on table identity.sign_in_quarter is 'How many people signed in during a quarter that is over, per kelurahan as in sign_in_day, each of them once';
