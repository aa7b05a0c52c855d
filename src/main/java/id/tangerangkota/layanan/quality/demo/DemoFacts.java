package id.tangerangkota.layanan.quality.demo;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.indicator.CountRuns;
import id.tangerangkota.layanan.quality.indicator.DailyCount;
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
 * Has the made-up past counted once, by the count of every night. So the dashboard says
 * of it what all other pages say.
 */
@Component
@Profile(Demo.PROFILE)
class DemoFacts {

	/** As far back as checks go. */
	private static final int DAYS = 90;

	/**
	 * Of these nobody knows how it was before: they are looked at in the night after a
	 * day.
	 */
	private static final Set<String> LOOKED_AT = Set.of("standard-completeness", "second-factor");

	private final DemoHistory history;

	private final List<Indicator> indicators;

	private final DailyCount count;

	private final CountRuns runs;

	private final JdbcClient jdbc;

	DemoFacts(DemoHistory history, List<Indicator> indicators, DailyCount count, CountRuns runs, JdbcClient jdbc) {
		this.history = history;
		this.indicators = indicators;
		this.count = count;
		this.runs = runs;
		this.jdbc = jdbc;
	}

	/** After the past that is counted. Nobody sees half of it: all is there at once. */
	@EventListener
	@Order(20)
	void on(ApplicationReadyEvent event) {
		this.history.await("quality.inspections");
		this.history.once("quality.facts", this::make);
	}

	private void make(Instant now) {
		LocalDate last = PageClock.day(now).minusDays(1);
		LocalDate first = last.minusDays(DAYS - 1L);
		want(first, last);
		this.runs.ended(this.count.run());
		keepAsSeen(first, last, now);
	}

	private void want(LocalDate first, LocalDate last) {
		this.jdbc
			.sql("""
					insert into quality.stale_day (day, indicator)
					select cast(g.day as date), i.id from unnest(:indicators) as i (id)
					cross join generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 day') as g (day)""")
			.param("indicators", this.indicators.stream().map(Indicator::id).toArray(String[]::new))
			.param("first", Date.valueOf(first))
			.param("last", Date.valueOf(last))
			.update();
	}

	/** What was seen of the last day was so on those before. */
	private void keepAsSeen(LocalDate first, LocalDate last, Instant now) {
		for (Indicator indicator : this.indicators) {
			if (LOOKED_AT.contains(indicator.id())) {
				copy(indicator.id(), first, last, now);
				first.datesUntil(last)
					.collect(Collectors.groupingBy(YearMonth::from))
					.values()
					.forEach((month) -> this.count.count(indicator, month));
			}
		}
	}

	private void copy(String indicator, LocalDate first, LocalDate last, Instant now) {
		this.jdbc.sql("""
				insert into quality.day (day, indicator, digest, computed_at)
				select cast(g.day as date), d.indicator, '', :now from quality.day d
				cross join generate_series(cast(:first as timestamp), cast(:last as timestamp) - interval '1 day',
					interval '1 day') as g (day)
				where d.indicator = :indicator and d.day = :last and d.missing is null
				on conflict (day, indicator) do update set missing = null, digest = excluded.digest""")
			.param("indicator", indicator)
			.param("first", Date.valueOf(first))
			.param("last", Date.valueOf(last))
			.param("now", Timestamp.from(now))
			.update();
		this.jdbc
			.sql("""
					insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, apart)
					select f.indicator, f.level, f.subject, cast(g.day as date), f.owner, f.numerator, f.denominator, f.apart
					from quality.fact f
					cross join generate_series(cast(:first as timestamp), cast(:last as timestamp) - interval '1 day',
						interval '1 day') as g (day)
					where f.indicator = :indicator and f.day = :last
					on conflict do nothing""")
			.param("indicator", indicator)
			.param("first", Date.valueOf(first))
			.param("last", Date.valueOf(last))
			.update();
	}

}
