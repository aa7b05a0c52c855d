-- What is about the conduct of officials counts for the city alone, and a day nobody looked is no day without outages;
-- so it is to be on days that were counted before.
insert into quality.stale_day (day, indicator)
select day, indicator from quality.day
where day >= current_date - 366 and indicator in ('complaint-verified', 'complaint-started', 'complaint-resolved',
    'complaint-reopened', 'complaint-solved', 'promised-time', 'outage-length', 'acknowledgement');
