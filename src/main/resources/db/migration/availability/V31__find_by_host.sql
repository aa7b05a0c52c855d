create index check_state_down_host_idx on availability.check_state (host) where state = 'DOWN';
comment on index availability.check_state_down_host_idx is 'When a service goes down, who is down on the same host';
