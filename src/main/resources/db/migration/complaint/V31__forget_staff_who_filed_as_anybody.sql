-- They were told that nobody sees who they are. What the staff took out of a complaint, they filed as such.
update complaint.entry e set author = null, author_role = 'CITIZEN'
from complaint.complaint c
where c.id = e.complaint_id and e.kind = 'FILED' and e.author is not null and c.channel in ('WEB', 'OPEN311')
    and not exists (select from complaint.entry s where s.complaint_id = c.id and s.kind = 'SPLIT_FROM');
