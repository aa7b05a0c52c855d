package id.tangerangkota.layanan.complaint.queue;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes complaints by the hundred thousand, as years of a city would leave them behind:
 * nearly all closed, a few thousand open, some late, the new ones in all states. Set
 * based, so that a million takes a minute or two.
 */
final class ManyComplaints {

	/** An officer who has cases among them. */
	static final UUID OFFICER = UUID.fromString("00000000-0000-4000-8000-000000000001");

	private final JdbcClient jdbc;

	ManyComplaints(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes them.
	 * @param open how many of them the city has yet to deal with
	 */
	void write(int number, int open) {
		this.jdbc.sql("""
				insert into complaint.complaint (id, ticket_year, ticket_number, kind, channel, status, category,
					service_id, sub_district, address, latitude, longitude, subject, body, anonymous, confidential,
					supervisory, formal, agency, officer, received_at, published_at, changed_at, status_since,
					verify_starts, verify_days, verify_on, verify_at, verify_met, start_starts, start_days, start_on,
					start_at, start_met, resolve_starts, resolve_days, resolve_on, resolve_at, resolve_met, due_at,
					waiting_until, waiting_from, closes_at, resolved_by, resolved_at, closed_at, closing, rejection,
					supporters, photos, rating, solved, rated_at, version)
				select gen_random_uuid(), cast(extract(year from at) as integer), nextval('complaint.ticket'), kind,
					'WEB', status, category.code,
					case when category.code = 'layanan-digital' then (select s.id from catalog.service s
						order by s.id offset n % 200 limit 1) end,
					place.code, 'Jalan ' || words[1 + n % 40] || ' nomor ' || n % 200,
					place.latitude + (n % 100 - 50) / 20000.0, place.longitude + (n % 97 - 48) / 20000.0,
					words[1 + n % 40] || ' ' || words[1 + n / 7 % 40] || ' di ' || place.name,
					'Mohon ' || words[1 + n % 37] || ' segera ' || words[1 + n / 3 % 40] || ' karena '
						|| words[1 + n / 11 % 40] || ' sudah ' || words[1 + n / 13 % 40] || ' sejak ' || n % 30
						|| ' hari. ' || words[1 + n / 17 % 40] || ' warga ' || words[1 + n / 19 % 40],
					n % 6 = 0, false, false, false, case when status <> 'SUBMITTED' then category.agency end,
					case when status = 'SUBMITTED' or (status = 'ASSIGNED' and n % 2 = 0) then null
						when n % 50 = 0 then cast(:officer as uuid)
						else cast(md5(cast(n % 500 as text)) as uuid) end,
					at, case when status <> 'SUBMITTED' then at + interval '1 day' end, at + interval '2 days',
					at + interval '2 days', at, 3, cast(at + interval '3 days' as date), at + interval '3 days',
					case when status <> 'SUBMITTED' then at + interval '1 day' end, at + interval '1 day', 5,
					cast(at + interval '8 days' as date), at + interval '8 days',
					case when status not in ('SUBMITTED', 'ASSIGNED') then at + interval '2 days' end, at, 14,
					cast(at + interval '20 days' as date), at + interval '20 days',
					case when status in ('RESOLVED', 'CLOSED') then at + interval '9 days' end,
					case status when 'SUBMITTED' then at + interval '3 days' when 'ASSIGNED' then at + interval '8 days'
						when 'IN_PROGRESS' then at + interval '20 days' end,
					case when status = 'WAITING_FOR_CITIZEN' then at + interval '30 days' end,
					case when status = 'WAITING_FOR_CITIZEN' then 'IN_PROGRESS' end,
					case when status = 'RESOLVED' then at + interval '24 days' end,
					case when status in ('RESOLVED', 'CLOSED') then cast(md5(cast(n % 500 as text)) as uuid) end,
					case when status in ('RESOLVED', 'CLOSED') then at + interval '9 days' end,
					case when status = 'CLOSED' then at + interval '12 days' end,
					case when status = 'CLOSED' then case n % 3 when 0 then 'UNCONFIRMED' when 1 then
						'CONFIRMED_BY_CITIZEN' else 'CONFIRMED_BY_COORDINATOR' end end,
					case when status = 'REJECTED' then 'NOT_OURS' end, n % 9, n % 4,
					case when status = 'CLOSED' and n % 5 = 0 then 1 + n % 5 end,
					case when status = 'CLOSED' and n % 5 = 0 then n % 10 > 1 end,
					case when status = 'CLOSED' and n % 5 = 0 then at + interval '13 days' end, 3
				from (select n, case when n <= :open
								then now() - make_interval(secs => n * (30 * 86400.0 / greatest(:open, 1)))
								else now() - interval '30 days' - make_interval(secs => n * 120.0) end as at,
							case when n > :open then case when n % 12 = 0 then 'REJECTED' else 'CLOSED' end
								else (array['SUBMITTED', 'ASSIGNED', 'ASSIGNED', 'IN_PROGRESS', 'IN_PROGRESS',
									'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED'])[1 + n % 8] end as status,
							case n % 10 when 0 then 'ASPIRATION' when 1 then 'INFORMATION' else 'COMPLAINT' end as kind,
							array['lampu', 'jalan', 'rusak', 'berlubang', 'sampah', 'menumpuk', 'banjir', 'saluran',
								'mampet', 'trotoar', 'pecah', 'pohon', 'tumbang', 'macet', 'parkir', 'liar', 'kabel',
								'menjuntai', 'taman', 'kotor', 'antrean', 'panjang', 'situs', 'lambat', 'aplikasi',
								'gagal', 'air', 'keruh', 'bau', 'asap', 'bising', 'malam', 'pedagang', 'kaki', 'lima',
								'halte', 'gelap', 'sekolah', 'puskesmas', 'pasar'] as words
						from generate_series(1, :number) n) made
				join (select code, agency, row_number() over (order by position, code) - 1 as place,
						count(*) over () as all_of_them from complaint.category where not supervisory and not sensitive)
					category on category.place = (cast(made.n as bigint) * made.n / 3) % category.all_of_them
				join (select code, name, latitude, longitude, row_number() over (order by code) - 1 as place
						from region.sub_district) place on place.place = (made.n / 5) % 104""")
			.param("number", number)
			.param("open", open)
			.param("officer", OFFICER)
			.update();
		this.jdbc.sql("analyze complaint.complaint").update();
	}

}
