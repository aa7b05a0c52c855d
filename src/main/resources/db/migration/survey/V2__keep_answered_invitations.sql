alter table survey.invitation drop constraint invitation_about_something;
alter table survey.invitation
    add constraint invitation_about_something check (service_id is not null or agency is not null or answered_on is not null);
comment on column survey.invitation.subject is 'After the link has expired all that is left of one about a complaint that was answered, so that nobody is asked a second time';
