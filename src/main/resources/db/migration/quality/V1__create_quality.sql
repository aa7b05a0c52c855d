create schema quality;

create table quality.fact (
    day         date    not null,
    indicator   text    not null,
    service_id  uuid    not null,
    agency      text,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint fact_pk primary key (indicator, service_id, day),
    constraint fact_counted check (denominator >= 0)
);
comment on table quality.fact is 'What was counted for a service on a day. agency is its owner on that day';
create index fact_day_idx on quality.fact (day, indicator);

create table quality.agency_fact (
    day         date    not null,
    indicator   text    not null,
    agency      text    not null,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint agency_fact_pk primary key (indicator, agency, day)
);
comment on table quality.agency_fact is 'Sums of quality.fact by agency, and what is counted for agencies only';
create index agency_fact_day_idx on quality.agency_fact (day, indicator);

create table quality.city_fact (
    day         date    not null,
    indicator   text    not null,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint city_fact_pk primary key (indicator, day)
);
comment on table quality.city_fact is 'Sums of all services, and what is counted for the city only';

create table quality.day (
    day         date        not null,
    indicator   text        not null,
    missing     text,
    digest      text        not null,
    computed_at timestamptz not null,
    constraint day_pk primary key (day, indicator)
);
comment on table quality.day is 'Which days of which indicators were counted. missing names the source that was not there: a gap, not zero. digest is the SHA-256 of the facts, so that counting again shows whether anything changed';

create table quality.stale_day (
    day       date not null,
    indicator text not null,
    constraint stale_day_pk primary key (day, indicator)
);
comment on table quality.stale_day is 'Days to be counted again, because what they are made of was corrected';

create table quality.scale (
    indicator  text        not null,
    version    integer     not null,
    valid_from date        not null,
    points     jsonb       not null,
    target     double precision not null,
    weight     integer     not null,
    reason     text        not null,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint scale_pk primary key (indicator, version),
    constraint scale_weight_counted check (weight between 0 and 100)
);
comment on table quality.scale is 'How a value becomes a score from 0 to 100, by version. changed_by is null for what the portal came with';

create table quality.service_month (
    month       date    not null,
    indicator   text    not null,
    service_id  uuid    not null,
    days        integer not null,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint service_month_pk primary key (indicator, service_id, month)
);
comment on table quality.service_month is 'Sums of quality.fact by month, made anew with each of its days; days is how many had any';
create index service_month_idx on quality.service_month (month, indicator);

create table quality.agency_month (
    month       date    not null,
    indicator   text    not null,
    agency      text    not null,
    days        integer not null,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint agency_month_pk primary key (indicator, agency, month)
);
comment on table quality.agency_month is 'Sums of quality.agency_fact by month';
create index agency_month_idx on quality.agency_month (month, indicator);

create function quality.add_classes(one bigint[], other bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select case
        when one is null then other
        when other is null then one
        else array(select coalesce(a, 0) + coalesce(b, 0) from unnest(one, other) with ordinality as c (a, b, i) order by i)
    end
$$;
comment on function quality.add_classes is 'Adds the counts of classes one by one';

create aggregate quality.total(bigint[]) (sfunc = quality.add_classes, stype = bigint[], combinefunc = quality.add_classes, parallel = safe);
comment on aggregate quality.total(bigint[]) is 'Sums of classes over rows';

create table quality.owner (
    service_id uuid not null,
    since      date not null,
    agency     text,
    constraint owner_pk primary key (service_id, since)
);
comment on table quality.owner is 'Whose a service was from a day on, so that a day that is counted again goes to the same agency';
