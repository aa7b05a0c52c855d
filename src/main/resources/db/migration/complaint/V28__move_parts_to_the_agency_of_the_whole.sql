-- Parts that were merged before they went there. Not into cases about the conduct of officials: nobody else knows of those.
with moved as (
    update complaint.complaint p set agency = m.agency, officer = null
    from complaint.complaint m
    where p.merged_into = m.id and not m.supervisory and m.agency is not null and p.agency is distinct from m.agency
    returning p.id, p.agency),
received as (
    update complaint.custody u set agency = moved.agency
    from moved
    where u.complaint_id = moved.id and u.until is null and u.agency is null),
passed_on as (
    update complaint.custody u set until = greatest(u.since, now())
    from moved
    where u.complaint_id = moved.id and u.until is null and u.agency <> moved.agency
    returning u.complaint_id, moved.agency, u.until)
insert into complaint.custody (complaint_id, agency, transferred, since)
select complaint_id, agency, true, until from passed_on;
