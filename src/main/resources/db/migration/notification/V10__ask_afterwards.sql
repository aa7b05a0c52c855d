alter table notification.inbox_entry add column asks boolean not null default false;
comment on column notification.inbox_entry.asks is 'Whether its reader is asked how it was; the link is made when they follow it';
