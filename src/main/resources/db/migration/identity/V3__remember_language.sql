alter table identity.account add column language text not null default 'INDONESIAN'
    constraint account_language_known check (language in ('INDONESIAN', 'ENGLISH'));
comment on column identity.account.language is 'Of the page of the last sign-in, for messages that others cause';
