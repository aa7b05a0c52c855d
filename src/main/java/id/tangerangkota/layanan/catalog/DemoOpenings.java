package id.tangerangkota.layanan.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes up once how often people went on to services in the last year, and what they did
 * before: they read about them, and many had searched.
 */
@Component
@Profile(Demo.PROFILE)
class DemoOpenings {

	private static final int DAYS = 365;

	/** A day of the service people use most. */
	private static final double MOST = 40;

	/** The one in the middle of the list has about one visitor a day. */
	private static final double STEEPNESS = 5.5;

	/** One of so many is used by nobody. */
	private static final int UNUSED = 12;

	private final DemoHistory history;

	private final JdbcClient jdbc;

	DemoOpenings(DemoHistory history, JdbcClient jdbc) {
		this.history = history;
		this.jdbc = jdbc;
	}

	@EventListener
	@Order(5)
	void on(ApplicationReadyEvent event) {
		this.history.once("catalog.openings", this::make);
	}

	private void make(Instant now) {
		LocalDate last = PageClock.day(now).minusDays(1);
		open(last.minusDays(DAYS - 1L), last);
		view(last.minusDays(DAYS - 1L), last);
		search(last.minusDays(DAYS - 1L), last);
	}

	private void open(LocalDate from, LocalDate to) {
		List<UUID> services = this.jdbc.sql("select id from catalog.service order by id")
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		this.jdbc
			.sql("""
					insert into catalog.opening (day, service_id, opened)
					select day, service, opened from (
						select cast(g.day as date) as day, s.service, cast(floor(s.usual
							* case when extract(isodow from g.day) > 5 then 0.4 else 1 end
							* (0.5 + (abs(hashtextextended(s.service || ' ' || g.day, 1)) % 1000) / 1000.0)) as integer) as opened
						from unnest(:services, :usual) as s (service, usual)
						cross join generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)
					) d where opened > 0 order by day, service on conflict do nothing""")
			.param("services", services.toArray(UUID[]::new))
			.param("usual", services.stream().map(DemoOpenings::usual).toArray(Double[]::new))
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Not all who read about a service go on to it. */
	private void view(LocalDate from, LocalDate to) {
		this.jdbc
			.sql("""
					insert into catalog.view_day (day, service_id, viewed)
					select day, service_id, opened + ceil(opened * (abs(hashtextextended(service_id || ' ' || day, 2)) % 1000) / 1000.0)
					from catalog.opening where day between :from and :to on conflict do nothing""")
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Every other service is found by a search; most searches lead on to one. */
	private void search(LocalDate from, LocalDate to) {
		this.jdbc
			.sql("""
					insert into catalog.search_day (day, searches, hits)
					select day, searches, floor(searches * (0.68 + 0.12 * (abs(hashtextextended(cast(day as text), 1)) % 1000) / 1000.0))
					from (select day, cast(ceil(sum(opened) * 0.5) as bigint) as searches
						from catalog.opening where day between :from and :to group by day) d
					on conflict do nothing""")
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Few services have most of the visitors. */
	private static double usual(UUID service) {
		Random random = new Random(service.hashCode());
		return (random.nextInt(UNUSED) == 0) ? 0 : MOST * Math.exp(-STEEPNESS * 2 * random.nextDouble()) + 0.8;
	}

}
