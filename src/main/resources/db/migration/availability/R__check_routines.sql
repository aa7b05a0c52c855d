-- Which of the fixed buckets a time in ms belongs to: exact below 32 ms, then 16 buckets per doubling, so that a
-- percentile read from them is at most 6.25 % too high. Sums of buckets are exact, those of percentiles are not.
create or replace function availability.time_bounds() returns integer[]
language sql immutable parallel safe
return array[
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
		30, 31, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 68, 72, 76, 80, 84, 88, 92, 96,
		100, 104, 108, 112, 116, 120, 124, 128, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 224, 232, 240,
		248, 256, 272, 288, 304, 320, 336, 352, 368, 384, 400, 416, 432, 448, 464, 480, 496, 512, 544, 576, 608, 640,
		672, 704, 736, 768, 800, 832, 864, 896, 928, 960, 992, 1024, 1088, 1152, 1216, 1280, 1344, 1408, 1472, 1536,
		1600, 1664, 1728, 1792, 1856, 1920, 1984, 2048, 2176, 2304, 2432, 2560, 2688, 2816, 2944, 3072, 3200, 3328,
		3456, 3584, 3712, 3840, 3968, 4096, 4352, 4608, 4864, 5120, 5376, 5632, 5888, 6144, 6400, 6656, 6912, 7168,
		7424, 7680, 7936, 8192, 8704, 9216, 9728, 10240, 10752, 11264, 11776, 12288, 12800, 13312, 13824, 14336,
		14848, 15360, 15872, 16384, 17408, 18432, 19456, 20480, 21504, 22528, 23552, 24576, 25600, 26624, 27648,
		28672, 29696, 30720, 31744
	];

create or replace function availability.time_bucket(ms integer) returns smallint
language sql immutable parallel safe
return cast(width_bucket(ms, availability.time_bounds()) as smallint);

-- The greatest time of the bucket in which the fraction is reached, null when nothing was counted.
create or replace function availability.percentile(buckets smallint[], counts integer[], fraction numeric) returns integer
language sql immutable parallel safe
return (
	select coalesce((availability.time_bounds())[bucket + 1] - 1, 32767)
	from (
		select bucket, sum(n) over (order by bucket) as reached, sum(n) over () as total
		from unnest(buckets, counts) as h (bucket, n)
	) as cumulated
	where reached >= fraction * total
	order by bucket
	limit 1
);

-- Results of a day (UTC). With the rights of the owner, because the role the portal works as makes and drops no tables. A
-- table that is attached waits for no reader and no writer of the others, unlike one that is made as a partition, so that
-- results are stored while a backup reads them.
drop function if exists availability.keep_partitions(date, integer, date);

create or replace function availability.make_partition(day date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
	partition text := 'result_' || to_char(day, 'YYYYMMDD');
begin
	-- Nodes that start together, and the job.
	perform pg_advisory_xact_lock(hashtext('availability.partitions'));
	if to_regclass('availability.' || partition) is not null then
		return false;
	end if;
	execute format('create table availability.%I (like availability.result including all)', partition);
	execute format('alter table availability.result attach partition availability.%I for values from (%L) to (%L)',
		partition, to_char(day, 'YYYY-MM-DD') || ' 00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00+00');
	return true;
end
$$;

-- Whoever reads any results delays this, and all writers wait behind it: so better another time than for long.
create or replace function availability.drop_partition(day date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
begin
	perform pg_advisory_xact_lock(hashtext('availability.partitions'));
	execute format('drop table if exists availability.%I', 'result_' || to_char(day, 'YYYYMMDD'));
end
$$;

-- Which server a check asks for its certificate. Other paths of a server have the same one; nothing else does.
create or replace function availability.certificate_server(kind text, target text) returns text
language sql immutable parallel safe
return kind || ' ' || coalesce(substring(target from '^https?://[^/?#]+'), target);
