package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.region.Regions;
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
 * Makes up once how often citizens signed in during the last year, and how quick the
 * doors were; there are none.
 */
@Component
@Profile(Demo.PROFILE)
class DemoSignIns {

	private static final int DAYS = 365;

	/** Those who do not want to be counted where they live. */
	private static final double NOWHERE_EACH_DAY = 40;

	private static final double MOST_EACH_DAY = 4;

	private final DemoHistory history;

	private final Regions regions;

	private final JdbcClient jdbc;

	DemoSignIns(DemoHistory history, Regions regions, JdbcClient jdbc) {
		this.history = history;
		this.regions = regions;
		this.jdbc = jdbc;
	}

	@EventListener
	@Order(5)
	void on(ApplicationReadyEvent event) {
		this.history.once("identity.sign-ins", this::make);
	}

	private void make(Instant now) {
		LocalDate last = PageClock.day(now).minusDays(1);
		signIn(last.minusDays(DAYS - 1L), last);
		tellApart();
		passDoors(last.minusDays(DAYS - 1L), last);
	}

	private void signIn(LocalDate from, LocalDate to) {
		List<String> places = new ArrayList<>(List.of(""));
		List<Double> usual = new ArrayList<>(List.of(NOWHERE_EACH_DAY));
		Random random = new Random(DAYS);
		this.regions.subDistricts().forEach((place) -> {
			places.add(place.code().value());
			// Far fewer in some than in others: some quarters have too few to be shown.
			usual.add(MOST_EACH_DAY * Math.pow(random.nextDouble(), 3));
		});
		this.jdbc
			.sql("""
					insert into identity.sign_in_day (day, sub_district, signed_in)
					select day, place, signed_in from (
						select cast(g.day as date) as day, p.place, cast(floor(p.usual
							* case when extract(isodow from g.day) > 5 then 0.5 else 1 end
							* (0.6 + 0.4 * (cast(g.day as date) - cast(:from as date)) / :length)
							+ (abs(hashtextextended(p.place || ' ' || g.day, 1)) % 1000) / 1000.0) as bigint) as signed_in
						from unnest(:places, :usual) as p (place, usual)
						cross join generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)
					) d where signed_in > 0 order by day, place on conflict do nothing""")
			.param("places", places.toArray(String[]::new))
			.param("usual", usual.toArray(Double[]::new))
			.param("length", (double) DAYS)
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Each came about twice a quarter. */
	private void tellApart() {
		this.jdbc
			.sql("""
					insert into identity.sign_in_quarter (quarter, sub_district, people)
					select cast(date_trunc('quarter', day) as date), sub_district, cast(ceil(sum(signed_in) / 2.0) as bigint)
					from identity.sign_in_day group by 1, 2 on conflict do nothing""")
			.update();
	}

	/**
	 * Those who signed in came through the door: each class of times is a piece of them,
	 * and some tried in vain. Not all sign out.
	 */
	private void passDoors(LocalDate from, LocalDate to) {
		this.jdbc.sql("""
				insert into identity.door_day (day, door, outcome, class, counted, millis)
				select day, door, outcome, class, counted, counted * each from (
					select s.day, p.door, p.outcome, p.class, p.each,
						cast(round(s.signed_in * p.upper) - round(s.signed_in * p.lower) as bigint) as counted
					from (select day, sum(signed_in) as signed_in from identity.sign_in_day
						where day between :from and :to group by day) s
					cross join (values
						('IN', 'DONE', 3, 250, 0.00, 0.15), ('IN', 'DONE', 4, 350, 0.15, 0.55),
						('IN', 'DONE', 5, 450, 0.55, 0.85), ('IN', 'DONE', 6, 600, 0.85, 0.97),
						('IN', 'DONE', 8, 1200, 0.97, 1.00), ('IN', 'REFUSED', 4, 350, 0.00, 0.06),
						('IN', 'THROTTLED', 0, 20, 0.00, 0.01), ('OUT', 'DONE', 0, 30, 0.00, 0.40),
						('OUT', 'DONE', 1, 70, 0.40, 0.55)) as p (door, outcome, class, each, lower, upper)) d
				where counted > 0 on conflict do nothing""").param("from", from).param("to", to).update();
	}

}
