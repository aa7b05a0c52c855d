alter table quality.owner add column verified boolean not null default false;
comment on table quality.owner is 'Whose a service was from a day on, and whether its address was verified, so that a day that is counted again goes to the same agency and the same totals';

alter table quality.fact add column apart boolean not null default false;
comment on column quality.fact.apart is 'Whether it was counted at an address nobody had verified by then: it is the service''s own, and agencies and the city do not add it';
