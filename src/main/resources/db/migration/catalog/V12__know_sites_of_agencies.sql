alter table catalog.agency add column site_host text;
comment on column catalog.agency.site_host is 'Host of the site the agency tells about itself on; null where it has none or none is known';
-- So that the next start takes it from the release.
update catalog.agency set source_hash = '' where edited_at is null;
