-- Keys of what nobody handed in: they followed from old numbers and from outages, which are known, and opened the receipt.
delete from complaint.submission s using complaint.complaint c
where c.id = s.complaint_id and c.channel in ('IMPORT', 'OUTAGE');

-- By the number, a case of the LAKSA of before is taken over once.
create unique index entry_imported_key on complaint.entry (code) where kind = 'IMPORTED';
