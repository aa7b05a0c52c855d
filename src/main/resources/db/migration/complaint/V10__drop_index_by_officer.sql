-- What is an officer's and open is found by complaint_officer_open_idx, and nothing else is looked for by officer.
drop index complaint.complaint_officer_due_idx;
