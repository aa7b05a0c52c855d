-- What is derived from the rows of a service is computed in one place, set-based, for one service or all of them.

create or replace function catalog.plain(text) returns text
    language sql immutable parallel safe
    return lower(regexp_replace(coalesce($1, ''), '[^[:alnum:]]+', ' ', 'g'));
comment on function catalog.plain is 'Letters and digits only, lower case: keeps the text parser from seeing hosts, addresses and hyphenated words';

-- Weights: A name, B keywords and categories, C what it does, D who runs it.
create or replace procedure catalog.refresh_services(changed uuid[])
    language sql
as $body$
    update catalog.service s
    set standing        = d.standing,
        life_events_all = d.life_events_all,
        platforms       = d.platforms,
        sub_district    = d.sub_district,
        search          = d.search
    from (
        select s.id,
               coalesce((select min(case when l.address is null then 3 when l.verification = 'VERIFIED' then 0
                                           when l.verification = 'CITED' then 1 else 2 end)
                         from catalog.listing l where l.service_id = s.id), 3)
                   + case when s.lifecycle in ('ACTIVE', 'UNKNOWN') then 0 else 4 end as standing,
               (select coalesce(array_agg(distinct e), '{}')
                from unnest(s.life_events || c.life_events) e) as life_events_all,
               (select coalesce(array_agg(l.platform order by array_position(array ['WEB', 'ANDROID', 'IOS'], l.platform)), '{}')
                from catalog.listing l where l.service_id = s.id) as platforms,
               coalesce(s.region_code ~ '^\d{2}\.\d{2}\.\d{2}\.\d{4}$', false) as sub_district,
               setweight(to_tsvector('indonesian', catalog.plain(s.name)), 'A')
                   || setweight(to_tsvector('indonesian', catalog.plain(array_to_string(s.keywords, ' ') || ' ' || c.names)), 'B')
                   || setweight(to_tsvector('english', catalog.plain(c.names_en)), 'C')
                   || setweight(to_tsvector('indonesian', catalog.plain(s.summary || ' ' || s.description)), 'C')
                   || setweight(to_tsvector('english', catalog.plain(coalesce(s.summary_en, '') || ' ' || coalesce(s.description_en, ''))), 'C')
                   || setweight(to_tsvector('indonesian', catalog.plain(coalesce(a.short_name, '') || ' ' || coalesce(a.name, ''))), 'D')
                   as search
        from catalog.service s
        left join catalog.agency a on a.id = s.agency_id
        cross join lateral (
            select coalesce(string_agg(c.name, ' '), '') as names,
                   coalesce(string_agg(c.name_en, ' '), '') as names_en,
                   coalesce((select array_agg(e) from catalog.category cc, unnest(cc.life_events) e
                             where cc.slug = any (s.categories)), '{}') as life_events
            from catalog.category c
            where c.slug = any (s.categories)) c
        where changed is null or s.id = any (changed)) d
    where d.id = s.id;

    delete from catalog.facet where changed is null or service_id = any (changed);
    insert into catalog.facet (facet, standing, name, service_id, sub_district, listings)
    select f.facet, s.standing, lower(s.name), s.id, s.sub_district, f.listings
    from catalog.service s
    left join catalog.agency a on a.id = s.agency_id
    cross join lateral (
        select '' as facet, cardinality(s.platforms) as listings
        union all select 'kind=' || s.kind, cardinality(s.platforms)
        union all select 'agency=' || a.code, cardinality(s.platforms) where a.code is not null
        union all select 'category=' || c, cardinality(s.platforms) from (select distinct unnest(s.categories)) x (c)
        union all select 'audience=' || d, cardinality(s.platforms) from (select distinct unnest(s.audience)) x (d)
        union all select 'life-event=' || e, cardinality(s.platforms) from unnest(s.life_events_all) e
        union all select 'platform=' || p, 1 from unnest(s.platforms) p) f
    where changed is null or s.id = any (changed);

    -- Row by row and only what differs, so that two keepers who change services at the same time do not collide.
    delete from catalog.facet_total t where not exists (select from catalog.facet f where f.facet = t.facet);
    insert into catalog.facet_total as t (facet, services, listings, front_services, front_listings)
    select facet, count(*), sum(listings), count(*) filter (where not sub_district),
           coalesce(sum(listings) filter (where not sub_district), 0)
    from catalog.facet group by facet order by facet
    on conflict (facet) do update set services = excluded.services, listings = excluded.listings,
        front_services = excluded.front_services, front_listings = excluded.front_listings
    where (t.services, t.listings, t.front_services, t.front_listings)
        is distinct from (excluded.services, excluded.listings, excluded.front_services, excluded.front_listings);
$body$;
comment on procedure catalog.refresh_services is 'Derives order, life events, search document and facets of the given services (null: all) and the totals';

create or replace procedure catalog.refresh_words()
    language sql
as $body$
    delete from catalog.word;
    insert into catalog.word (word, stem, frequency)
    select word, coalesce((ts_lexize('indonesian_stem', word))[1], word), ndoc
    from ts_stat($stat$
        select to_tsvector('simple', catalog.plain(concat_ws(' ', s.name, array_to_string(s.keywords, ' '), s.summary, s.description,
                                                            s.summary_en, s.description_en, a.short_name, a.name)))
        from catalog.service s left join catalog.agency a on a.id = s.agency_id
        union all
        select to_tsvector('simple', catalog.plain(concat_ws(' ', name, name_en, description, description_en))) from catalog.category
        union all
        select to_tsvector('simple', catalog.plain(phrase)) from catalog.synonym
        union all
        select to_tsvector('simple', catalog.plain(array_to_string(phrases, ' '))) from catalog.pointer $stat$)
    where length(word) between 2 and 40;
$body$;
comment on procedure catalog.refresh_words is 'Rebuilds the vocabulary from everything that can be found';

create or replace function catalog.aligned(per_platform text[]) returns text
    language sql immutable parallel safe
    return case when (select count(distinct coalesce(v, '')) from unnest(per_platform) v) = 1 then per_platform[1]
                else array_to_string(per_platform, '|', '') end;
comment on function catalog.aligned is 'Values per platform as a catalogue file writes them: once when all share it, else separated by |';
