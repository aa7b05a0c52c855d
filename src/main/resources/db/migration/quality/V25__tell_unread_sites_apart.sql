alter table quality.inspection drop constraint inspection_outcome_known;
update quality.inspection set outcome = 'UNREADABLE' where outcome = 'SEEN' and pages = 0;
alter table quality.inspection add constraint inspection_outcome_known
    check (outcome in ('SEEN', 'UNREADABLE', 'UNTRUSTED', 'TURNED_AWAY', 'UNREACHABLE'));
alter table quality.inspection add constraint inspection_seen_has_pages check ((outcome = 'SEEN') = (pages > 0));
