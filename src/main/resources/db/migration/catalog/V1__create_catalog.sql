create schema catalog;

create table catalog.category (
    slug           text     not null constraint category_pk primary key,
    name           text     not null,
    name_en        text     not null,
    description    text     not null,
    description_en text     not null,
    life_events    text[]   not null default '{}',
    position       smallint not null,
    source_hash    text     not null,
    edited_at      timestamptz
);
comment on table catalog.category is 'What services are about, in the words of citizens';

create table catalog.agency (
    id              uuid not null constraint agency_pk primary key,
    code            text not null constraint agency_code_key unique,
    short_name      text not null,
    name            text not null,
    name_en         text not null,
    type            text not null,
    name_confidence text not null,
    summary         text,
    summary_en      text,
    note            text,
    region_code     text,
    phone           text,
    email           text,
    address         text,
    source_hash     text not null,
    edited_at       timestamptz,
    constraint agency_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table catalog.agency is 'Perangkat daerah, BUMD, hospitals and units that own services';
comment on column catalog.agency.note is 'What is uncertain about this row, told to the public';

create table catalog.agency_account (
    agency_id uuid not null constraint agency_account_agency_fk references catalog.agency,
    network   text not null,
    url       text not null,
    constraint agency_account_pk primary key (agency_id, network, url)
);
comment on table catalog.agency_account is 'Official social media accounts; empty until somebody records them';

create table catalog.service (
    id                     uuid        not null constraint service_pk primary key,
    slug                   text        not null constraint service_slug_key unique,
    kind                   text        not null,
    name                   text        not null,
    summary                text        not null,
    summary_en             text,
    description            text        not null,
    description_en         text,
    description_confidence text        not null,
    agency_id              uuid        constraint service_agency_fk references catalog.agency,
    agency_confidence      text,
    categories             text[]      not null,
    life_events            text[]      not null default '{}',
    audience               text[]      not null default '{}',
    keywords               text[]      not null default '{}',
    lifecycle              text        not null,
    replaced_by            text,
    region_code            text,
    related                text[]      not null default '{}',
    last_reviewed          date,
    tdpse_number           text,
    tdpse_date             date,
    position               integer     not null,
    version                integer     not null default 0,
    source_hash            text        not null,
    edited_at              timestamptz,
    -- Derived by catalog.refresh_services
    standing               smallint    not null default 9,
    life_events_all        text[]      not null default '{}',
    platforms              text[]      not null default '{}',
    sub_district           boolean     not null default false,
    search                 tsvector    not null default '',
    constraint service_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint service_kind_known check (kind in ('WEBSITE', 'APP')),
    constraint service_has_category check (cardinality(categories) > 0),
    constraint service_agency_confidence check ((agency_id is null) = (agency_confidence is null))
);
comment on table catalog.service is 'What people want; how it is reached stands in listing';
comment on column catalog.service.standing is 'Order in lists: 0 verified, 1 cited, 2 inferred, 3 no address known; obsolete and retired services add 4';
comment on column catalog.service.sub_district is 'Site of a kelurahan: folded into its kecamatan in lists without a question';
create index service_region_idx on catalog.service (region_code) where region_code is not null;
create index service_search_idx on catalog.service using gin (search);
create index service_slug_trigram_idx on catalog.service using gin (slug gin_trgm_ops);
-- Searches read many search documents: keep them with their rows.
alter table catalog.service set (toast_tuple_target = 8160), alter column search set storage main;

create table catalog.listing (
    id               uuid not null constraint listing_pk primary key,
    service_id       uuid not null constraint listing_service_fk references catalog.service on delete cascade,
    platform         text not null,
    address          text,
    verification     text not null,
    verified_on      date,
    verified_by      text,
    evidence         text,
    fallback_address text,
    constraint listing_platform_key unique (service_id, platform),
    constraint listing_platform_known check (platform in ('WEB', 'ANDROID', 'IOS')),
    constraint listing_verified_by_somebody check ((verification = 'VERIFIED') = (verified_on is not null and verified_by is not null)),
    constraint listing_verified_address check (verification <> 'VERIFIED' or address is not null)
);
comment on table catalog.listing is 'A website, an Android app or an iOS app of a service';

create table catalog.service_standard (
    service_id uuid not null constraint service_standard_service_fk references catalog.service on delete cascade,
    component  text not null,
    content    text not null,
    constraint service_standard_pk primary key (service_id, component)
);
comment on table catalog.service_standard is 'Standar Pelayanan: 14 components (UU 25/2009 art. 21, Permenpan RB 15/2014); a missing row is unknown';

create table catalog.facet (
    facet        text     not null,
    standing     smallint not null,
    name         text     not null,
    service_id   uuid     not null constraint facet_service_fk references catalog.service on delete cascade,
    sub_district boolean  not null,
    listings     smallint not null,
    constraint facet_pk primary key (facet, standing, name, service_id)
);
comment on table catalog.facet is 'Each service once for everything it can be narrowed to, in the order of lists; kept by catalog.refresh_services';
comment on column catalog.facet.facet is 'Empty for all services, else such as kind=APP or category=kesehatan';
comment on column catalog.facet.listings is 'How many listings of the service the facet shows';
create index facet_front_idx on catalog.facet (facet, standing, name, service_id) where not sub_district;
create index facet_service_idx on catalog.facet (service_id, facet);

create table catalog.facet_total (
    facet          text   not null constraint facet_total_pk primary key,
    services       bigint not null,
    listings       bigint not null,
    front_services bigint not null,
    front_listings bigint not null
);
comment on table catalog.facet_total is 'Counts per facet, kept by catalog.refresh_services, so that no request counts the table; front: without sites of kelurahan';

create table catalog.word (
    word      text    not null constraint word_pk primary key,
    stem      text    not null,
    frequency integer not null
);
comment on table catalog.word is 'Vocabulary of catalogue, synonyms and pointers, against which typing errors are corrected';
create index word_stem_idx on catalog.word (stem);
create index word_trigram_idx on catalog.word using gin (word gin_trgm_ops) with (fastupdate = off);

create table catalog.synonym (
    phrase      text not null constraint synonym_pk primary key,
    meaning     text not null,
    source_hash text not null,
    edited_at   timestamptz,
    constraint synonym_phrase_form check (phrase = lower(phrase) and phrase <> '')
);
comment on table catalog.synonym is 'Citizens'' words (phrase) and the words the catalogue uses for them (meaning)';

create table catalog.pointer (
    slug        text   not null constraint pointer_pk primary key,
    phrases     text[] not null,
    title       text   not null,
    title_en    text   not null,
    text        text   not null,
    text_en     text   not null,
    service     text,
    link_kind   text   not null,
    source_hash text   not null,
    edited_at   timestamptz
);
comment on table catalog.pointer is 'Tasks people look for here that are somebody else''s, or that start with a report: whose task it is';

create table catalog.word_asked (
    day   date    not null,
    word  text    not null,
    asked integer not null,
    constraint word_asked_pk primary key (day, word)
);
comment on table catalog.word_asked is 'How often words of the catalogue were searched; never what a person typed as a whole';

create table catalog.word_unanswered (
    day   date    not null,
    word  text    not null,
    asked integer not null,
    constraint word_unanswered_pk primary key (day, word)
);
comment on table catalog.word_unanswered is 'Single words (letters only) of searches without a result, for administrators';

create table catalog.opening (
    day        date    not null,
    service_id uuid    not null constraint opening_service_fk references catalog.service on delete cascade,
    opened     integer not null,
    constraint opening_pk primary key (day, service_id)
);
comment on table catalog.opening is 'How often people went on to a service, per day; without who';
