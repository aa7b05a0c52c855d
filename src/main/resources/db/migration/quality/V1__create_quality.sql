create schema quality;

create table quality.fact (
    indicator   text    not null,
    level       text    not null,
    subject     text    not null,
    day         date    not null,
    owner       text,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint fact_pk primary key (indicator, level, subject, day),
    constraint fact_level_known check (level in ('CITY', 'AGENCY', 'SERVICE')),
    constraint fact_counted check (denominator > 0)
);
comment on table quality.fact is 'What was counted on a day. subject is the id of a service, the code of an agency or, for the city, empty; agencies and the city hold the sums of what lies below them. owner is the agency of a service on that day';
create index fact_level_day_idx on quality.fact (level, day, indicator);

create table quality.month (
    indicator   text    not null,
    level       text    not null,
    subject     text    not null,
    month       date    not null,
    days        integer not null,
    numerator   bigint  not null,
    denominator bigint  not null,
    classes     bigint[],
    constraint month_pk primary key (indicator, level, subject, month)
);
comment on table quality.month is 'Sums of quality.fact by month, made anew with each of its days; days is how many had any';
create index month_level_idx on quality.month (level, month, indicator);

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
