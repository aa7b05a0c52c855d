package id.tangerangkota.layanan.quality.beacon;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how fast pages were, and nothing else. */
@Service
public class PageTimings {

	private final JdbcClient jdbc;

	private final Clock clock;

	PageTimings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds one view, in one statement: rows in one order, so that nobody waits in a ring.
	 */
	@Transactional
	public void add(PageTiming timing) {
		List<String> measures = new ArrayList<>();
		List<Integer> classes = new ArrayList<>();
		timing.values().forEach((measure, value) -> {
			measures.add(measure.name());
			classes.add(measure.classOf(value));
		});
		this.jdbc.sql("""
				insert into quality.page_timing as t (day, route, device, measure, class, views)
				select :day, :route, :device, m.measure, m.class, 1
				from unnest(cast(:measures as text[]), cast(:classes as integer[])) as m (measure, class)
				order by m.measure, m.class
				on conflict (day, route, device, measure, class) do update set views = t.views + 1""")
			.param("day", Date.valueOf(PageClock.day(this.clock.instant())))
			.param("route", timing.route())
			.param("device", timing.device().name())
			.param("measures", measures.toArray(String[]::new))
			.param("classes", classes.toArray(Integer[]::new))
			.update();
	}

	/** All views of a day by classes; nothing counted where there were none. */
	Sum day(PageMeasure measure, LocalDate day) {
		long[] classes = new long[measure.classes()];
		this.jdbc.sql("""
				select class, sum(views) as views from quality.page_timing
				where day = :day and measure = :measure group by class""")
			.param("day", Date.valueOf(day))
			.param("measure", measure.name())
			.query((row) -> {
				classes[Math.min(row.getInt("class"), classes.length - 1)] += row.getLong("views");
			});
		long good = 0;
		long all = 0;
		for (int i = 0; i < classes.length; i++) {
			all += classes[i];
			good += (i < measure.goodClasses()) ? classes[i] : 0;
		}
		return (all > 0) ? new Sum(good, all, classes) : Sum.NONE;
	}

	/** Whether any browser told anything on a day. */
	boolean isAnythingTold(LocalDate day) {
		return this.jdbc.sql("select exists (select from quality.page_timing where day = ?)")
			.param(Date.valueOf(day))
			.query(Boolean.class)
			.single();
	}

}
