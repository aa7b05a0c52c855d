alter table complaint.submission add column mail_withheld boolean not null default false;
comment on column complaint.submission.mail_withheld is 'The address is told of enough reports, so nobody is written to about this one; its receipt says so';
