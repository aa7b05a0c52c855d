alter table quality.scale add column reason_en text;
comment on column quality.scale.reason_en is 'The reason in English, null where nobody wrote one';
