create index follower_follower_idx on availability.follower (follower);
comment on index availability.follower_follower_idx is 'An account that is closed, and the page of what somebody follows, ask by follower';
