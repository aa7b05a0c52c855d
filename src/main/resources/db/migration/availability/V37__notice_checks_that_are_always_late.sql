alter table availability.check_state add column late_since timestamptz;
comment on column availability.check_state.late_since is 'When the first of the last looks was planned that all came too late to tell anything: after three intervals of them the state is unknown since then';
