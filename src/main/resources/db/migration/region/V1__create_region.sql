create schema region;

create table region.district (
    code        text             not null constraint district_pk primary key,
    name        text             not null,
    slug        text             not null constraint district_slug_key unique,
    latitude    double precision not null,
    longitude   double precision not null,
    source_hash text             not null,
    edited_at   timestamptz,
    constraint district_code_form check (code ~ '^\d{2}\.\d{2}\.\d{2}$')
);
comment on table region.district is 'Kecamatan of the city. Codes and names: Kepmendagri 300.2.2-2430/2025 via github.com/cahyadsn/wilayah (MIT, data/region/NOTICE.md)';

create table region.sub_district (
    code             text             not null constraint sub_district_pk primary key,
    district_code    text             not null constraint sub_district_district_fk references region.district,
    name             text             not null,
    slug             text             not null constraint sub_district_slug_key unique,
    postal_code      text             not null,
    latitude         double precision not null,
    longitude        double precision not null,
    former_spellings text[]           not null default '{}',
    source_hash      text             not null,
    edited_at        timestamptz,
    constraint sub_district_code_form check (code ~ '^\d{2}\.\d{2}\.\d{2}\.\d{4}$')
);
comment on table region.sub_district is 'Kelurahan of the city, with postal code and centre point (same source as district)';
create index sub_district_district_idx on region.sub_district (district_code, name);
