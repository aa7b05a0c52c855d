-- Of an account that is told about a complaint one could read which one, and so who reported it without a name.
-- What is there already cannot be sealed here; nothing was released, so it goes with its messages.
delete from notification.happening;
alter table notification.happening
    drop column subject,
    drop column details,
    add column sealed text not null;
comment on table notification.happening is 'What happened and people may want to know, in the transaction in which it happened';
comment on column notification.happening.sealed is 'What it is about and its details (ids, enums and instants), encrypted: messages name the account that gets them';
