package id.tangerangkota.layanan.complaint.open;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.testing.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists stay fast however many complaints there are: 3,000 in a build, and with
 * {@code -Dscale.complaints=1000000} as many as the city gets in seventy years.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenScaleIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(OpenScaleIntegrationTests.class);

	private static final int NUMBER = Integer.getInteger("scale.complaints", 3000);

	/** For the slow and shared machines of builds. */
	private static final Duration LIMIT = Duration.ofMillis((NUMBER > 100_000) ? 500 : 250);

	private static final int TIMES = 9;

	@Autowired
	private PublicComplaints complaints;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	/** In the transaction of each test, so that no other test meets them. */
	private void fill() {
		this.jdbc.sql("""
				insert into complaint.complaint (id, ticket_year, ticket_number, kind, channel, status, category,
					service_id, sub_district, address, latitude, longitude, subject, body, anonymous, confidential,
					supervisory, formal, agency, received_at, published_at, changed_at, status_since, verify_starts,
					verify_days, verify_on, verify_at, verify_met, start_starts, start_days, start_on, start_at,
					resolve_starts, resolve_days, resolve_on, resolve_at, resolve_met, due_at, closed_at, closing,
					referred_to, rejection, supporters, photos, version)
				select gen_random_uuid(), 2026, 900000000 + n, case when n % 10 = 0 then 'INFORMATION' else 'COMPLAINT' end,
					'WEB', status, category.code,
					case when n % 20 = 0 then (select s.id from catalog.service s order by s.id offset n % 200 limit 1) end,
					place.code, 'Jalan nomor ' || n % 200, place.latitude, place.longitude,
					'Lampu jalan mati di ' || place.name, 'Mohon segera diganti karena gelap sejak ' || n % 30 || ' hari.',
					n % 6 = 0, false, false, false, category.agency, at, case when n % 8 > 0 then at end, at, at, at, 3,
					cast(at as date), at, at, at, 5, cast(at as date), at, at, 14,
					cast(at + interval '20 days' as date), at + interval '20 days',
					case when status in ('RESOLVED', 'CLOSED') then at end,
					case when status in ('ASSIGNED', 'IN_PROGRESS') then at + interval '20 days' end,
					case when status = 'CLOSED' then at end, case when status = 'CLOSED' then 'UNCONFIRMED' end,
					case when status = 'REFERRED' then 'OMBUDSMAN' end, case when status = 'REJECTED' then 'NOT_OURS' end,
					n % 9, 0, 0
				from (select n, now() - make_interval(secs => n * 600.0) as at,
							case when n < :open then (array['ASSIGNED', 'IN_PROGRESS', 'RESOLVED'])[1 + n % 3]
								when n % 5000 = 1 then 'REFERRED' when n % 12 = 0 then 'REJECTED' else 'CLOSED' end as status
						from generate_series(1, :number) n) made
				join (select code, agency, row_number() over (order by code) - 1 as place, count(*) over () as number
						from complaint.category where not supervisory and not sensitive) category
					on category.place = made.n % category.number
				join (select code, name, latitude, longitude, row_number() over (order by code) - 1 as place
						from region.sub_district) place on place.place = (made.n / 5) % 104""")
			.param("number", NUMBER)
			.param("open", Math.min(5000, NUMBER / 3))
			.update();
		this.jdbc.sql("analyze complaint.complaint").update();
	}

	@Test
	void everyFilterIsFast() {
		fill();
		Map<String, PublicFilter> filters = new LinkedHashMap<>();
		filters.put("all", PublicFilter.ALL);
		for (PublicState state : PublicState.values()) {
			filters.put(state.code(), filter(Set.of(state), null, null, null, null, false));
		}
		filters.put("category", filter(Set.of(), "pju", null, null, null, false));
		filters.put("category, rare state", filter(Set.of(PublicState.REFERRED), "pju", null, null, null, false));
		filters.put("agency", filter(Set.of(), null, new AgencyId("dishub"), null, null, false));
		filters.put("kelurahan", filter(Set.of(), null, null, new RegionCode("36.71.01.1001"), null, false));
		filters.put("kecamatan", filter(Set.of(), null, null, new RegionCode("36.71.01"), null, false));
		filters.put("kecamatan, rare state",
				filter(Set.of(PublicState.REFERRED), null, null, new RegionCode("36.71.01"), null, false));
		filters.put("kind", filter(Set.of(), null, null, null, ComplaintKind.INFORMATION, false));
		filters.put("overdue", filter(Set.of(), null, null, null, null, true));
		filters.put("overdue, category", filter(Set.of(), "pju", null, null, null, true));
		Map<String, Duration> slow = new LinkedHashMap<>();
		filters.forEach((name, filter) -> {
			Duration first = median(() -> this.complaints.list(filter, 1, 20));
			Duration last = median(() -> this.complaints.list(filter, 50, 20));
			logger.info("{} of {}: first page {} ms, last {} ms", name, NUMBER, first.toMillis(), last.toMillis());
			if (first.compareTo(LIMIT) > 0 || last.compareTo(LIMIT) > 0) {
				slow.put(name, (first.compareTo(last) > 0) ? first : last);
			}
		});
		PublicFilter year = new PublicFilter(Set.of(), null, null, null, null, null, false,
				this.clock.instant().minus(Duration.ofDays(365)), null);
		logger.info("map of all: {} ms, of a year: {} ms",
				median(() -> this.complaints.perSubDistrict(PublicFilter.ALL)).toMillis(),
				median(() -> this.complaints.perSubDistrict(year)).toMillis());
		logger.info("notes on 20 services: {} ms",
				median(() -> this.complaints.open(this.catalog.named("a", 20).stream().map((one) -> one.id()).toList()))
					.toMillis());
		assertThat(slow).isEmpty();
	}

	/** The page itself, uncached: a constant number of statements. */
	@Test
	void thePageAsksAConstantNumberOfTimes() {
		fill();
		List<Integer> counts = new ArrayList<>();
		for (String query : List.of("", "&halaman=2", "&status=terbuka", "&terlambat=ya", "&kategori=pju")) {
			// Signed in by nobody, but never kept: the kept pages are another test's.
			counts.add(Statements.of(() -> assertThat(this.mvc.get().uri("/pengaduan?lang=en" + query)).hasStatusOk())
				.size());
		}
		assertThat(counts).allMatch((count) -> count <= 10);
		logger.info("statements of a page: {}, a page takes {} ms", counts,
				median(() -> this.mvc.get().uri("/pengaduan?lang=en").exchange()).toMillis());
	}

	private static PublicFilter filter(Set<PublicState> states, @Nullable String category, @Nullable AgencyId agency,
			@Nullable RegionCode region, @Nullable ComplaintKind kind, boolean overdue) {
		return new PublicFilter(states, category, agency, null, region, kind, overdue, null, null);
	}

	private static Duration median(Runnable work) {
		work.run();
		long[] times = new long[TIMES];
		for (int i = 0; i < TIMES; i++) {
			long start = System.nanoTime();
			work.run();
			times[i] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		return Duration.ofNanos(times[TIMES / 2]);
	}

}
