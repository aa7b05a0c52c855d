-- Until a check has seen its certificate again, it goes by what told certificates apart before.
alter table availability.certificate_seen add column certificate text;
update availability.certificate_seen set certificate = zone || ':' || cast(extract(epoch from ends) as bigint);
alter table availability.certificate_seen alter column certificate set not null;
alter table availability.certificate_seen drop column zone;
comment on table availability.certificate_seen is 'The certificate each check saw last, by the SHA-256 of it, and when it ends; written when it changes';

alter table availability.check_state add column certificate text;
update availability.check_state set certificate = zone || ':' || cast(extract(epoch from certificate_ends) as bigint)
where certificate_ends is not null;
alter table availability.check_state drop column certificate_ends;
comment on column availability.check_state.certificate is 'SHA-256 of the certificate that was shown when it was confirmed to be down';
