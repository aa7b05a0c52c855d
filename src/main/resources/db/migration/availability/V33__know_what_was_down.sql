alter table availability.check_state add column was_down boolean not null default false,
    add constraint check_state_was_down_while_unknown check (state = 'UNKNOWN' or not was_down);
comment on column availability.check_state.was_down is 'Whether it was down before it became unknown: then one success alone does not end the outage';
update availability.check_state s set was_down = true
where s.state = 'UNKNOWN' and (select i.state from availability.check_interval i
    where i.check_id = s.check_id and i.state <> 'UNKNOWN' order by i.starts desc limit 1) = 'DOWN';
