alter table quality.finding_dispute add column inspected_at timestamptz;
alter table quality.finding_dispute add column confirmed_at timestamptz;
alter table quality.finding_dispute add column confirmed_by uuid;
update quality.finding_dispute d set inspected_at = coalesce((select max(i.inspected_at) from quality.inspection i
    where i.service_id = d.service_id and i.inspected_at <= d.disputed_at), d.disputed_at);
alter table quality.finding_dispute alter column inspected_at set not null;
alter table quality.finding_dispute add constraint finding_dispute_confirmed_by_somebody
    check ((confirmed_at is null) = (confirmed_by is null));
alter table quality.finding_dispute add constraint finding_dispute_second_person check (confirmed_by <> disputed_by);
drop index quality.finding_dispute_once;
create unique index finding_dispute_once on quality.finding_dispute (service_id, item, inspected_at)
    where withdrawn_at is null;
comment on table quality.finding_dispute is 'Staff say that what one inspection (that of inspected_at) did not find is there. Once a second person confirmed it, that finding counts nowhere; the next inspection stands for itself';
