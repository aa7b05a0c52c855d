-- What is derived from the rows of a service is computed in one place, set-based, for one service or all of them.

create or replace function catalog.plain(text) returns text
    language sql immutable parallel safe
    return lower(regexp_replace(coalesce($1, ''), '[^[:alnum:]]+', ' ', 'g'));
comment on function catalog.plain is 'Letters and digits only, lower case: keeps the text parser from seeing hosts, addresses and hyphenated words';

create or replace function catalog.facets(kind text, agency text, categories text[], audience text[], life_events text[],
                                          platforms text[], sub_district boolean) returns text[]
    language sql immutable parallel safe
    return array(select distinct f from (
        select 'kind=' || kind as f
        union all select 'agency=' || agency
        union all select 'category=' || unnest(categories)
        union all select 'audience=' || unnest(audience)
        union all select 'life-event=' || unnest(life_events)
        union all select 'platform=' || unnest(platforms)
        union all select 'front' where not sub_district) x
        where f is not null);
comment on function catalog.facets is 'What a service can be narrowed to, by the names of catalog.facet; front: not folded into its kecamatan';

-- Weights: A name, B keywords and categories, C what it does, D who runs it.
create or replace procedure catalog.refresh_services(changed uuid[])
    language sql
as $body$
    update catalog.service s
    set standing        = d.standing,
        life_events_all = d.life_events_all,
        platforms       = d.platforms,
        sub_district    = d.sub_district,
        search          = d.search || array_to_tsvector(catalog.facets(s.kind, d.agency, s.categories, s.audience,
                                                                       d.life_events_all, d.platforms, d.sub_district))
    from (
        select s.id,
               a.code as agency,
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
    select f, s.standing, lower(s.name), s.id, s.sub_district,
           case when f like 'platform=%' then 1 else cardinality(s.platforms) end
    from catalog.service s
    left join catalog.agency a on a.id = s.agency_id
    cross join unnest(array [''] || array_remove(catalog.facets(s.kind, a.code, s.categories, s.audience, s.life_events_all,
                                                        s.platforms, s.sub_district), 'front')) f
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

-- As its owner: who imports may not own the tables.
create or replace procedure catalog.settle()
    language sql security definer set search_path = pg_catalog
as $body$
    select gin_clean_pending_list('catalog.service_search_idx'), gin_clean_pending_list('catalog.service_slug_trigram_idx'),
           gin_clean_pending_list('catalog.word_trigram_idx');
    analyze catalog.service, catalog.listing, catalog.facet, catalog.word;
$body$;
comment on procedure catalog.settle is 'After many changes: searches need not read through new entries, and the planner knows the new sizes';

create or replace function catalog.aligned(per_platform text[]) returns text
    language sql immutable parallel safe
    return case when (select count(distinct coalesce(v, '')) from unnest(per_platform) v) = 1 then per_platform[1]
                else array_to_string(per_platform, '|', '') end;
comment on function catalog.aligned is 'Values per platform as a catalogue file writes them: once when all share it, else separated by |';
