package id.tangerangkota.layanan.catalog;

import java.time.Instant;
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

/** Makes up once how often people went on to services in the last year. */
@Component
@Profile(Demo.PROFILE)
class DemoOpenings {

	private static final int DAYS = 365;

	/** A day of the service people use most. */
	private static final double MOST = 240;

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
		this.history.unless(
				() -> this.jdbc.sql("select exists (select 1 from catalog.opening)").query(Boolean.class).single(),
				this::make);
	}

	private void make(Instant now) {
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
					) d where opened > 0 order by day, service""")
			.param("services", services.toArray(UUID[]::new))
			.param("usual", services.stream().map(DemoOpenings::usual).toArray(Double[]::new))
			.param("from", PageClock.day(now).minusDays(DAYS))
			.param("to", PageClock.day(now).minusDays(1))
			.update();
	}

	/** Few services have most of the visitors. */
	private static double usual(UUID service) {
		Random random = new Random(service.hashCode());
		return (random.nextInt(UNUSED) == 0) ? 0 : MOST * Math.exp(-STEEPNESS * 2 * random.nextDouble()) + 0.8;
	}

}
