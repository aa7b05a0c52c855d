package id.tangerangkota.layanan.quality.beacon;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.tangerangkota.layanan.quality.beacon.PageTiming.Device;
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
 * Makes up once what browsers told of pages in the last quarter. For some days nothing
 * came: there is a gap to be seen.
 */
@Component
@Profile(Demo.PROFILE)
class DemoTimings {

	private static final int DAYS = 90;

	private static final int GAP_STARTS = 40;

	private static final int GAP_DAYS = 3;

	private static final int VIEWS_EACH_DAY = 40;

	private static final String FRONT = "/";

	private static final String SERVICE = "/layanan/{slug}";

	/** What half of the views stay below on a large screen, of a measure's own unit. */
	private static final Map<PageMeasure, Integer> USUAL = new EnumMap<>(Map.of(PageMeasure.LCP, 900, PageMeasure.INP,
			70, PageMeasure.CLS, 25, PageMeasure.TTFB, 130, PageMeasure.HOME_TO_SERVICE, 22));

	/** How far views are from it. */
	private static final double SPREAD = 0.55;

	private static final double SLOWER_ON_PHONES = 1.5;

	/** How much slower it was in the beginning. */
	private static final double PROGRESS = 0.25;

	private final DemoHistory history;

	private final JdbcClient jdbc;

	DemoTimings(DemoHistory history, JdbcClient jdbc) {
		this.history = history;
		this.jdbc = jdbc;
	}

	/** Views of one class. */
	private record Row(LocalDate day, String route, Device device, PageMeasure measure, int place) {
	}

	@EventListener
	@Order(5)
	void on(ApplicationReadyEvent event) {
		this.history.once("quality.timings", this::make);
	}

	private void make(Instant now) {
		Random random = new Random(DAYS);
		List<Row> views = new ArrayList<>();
		for (int back = DAYS; back > 0; back--) {
			if (back > GAP_STARTS || back <= GAP_STARTS - GAP_DAYS) {
				LocalDate day = PageClock.day(now).minusDays(back);
				double slower = 1 + PROGRESS * back / DAYS;
				view(views, day, FRONT, Device.S, slower * SLOWER_ON_PHONES, random);
				view(views, day, FRONT, Device.L, slower, random);
				view(views, day, SERVICE, Device.S, slower * SLOWER_ON_PHONES, random);
				view(views, day, SERVICE, Device.L, slower, random);
			}
		}
		this.jdbc.sql("""
				insert into quality.page_timing (day, route, device, measure, class, views)
				select day, route, device, measure, class, count(*)
				from unnest(:days, :routes, :devices, :measures, :classes) as v (day, route, device, measure, class)
				group by 1, 2, 3, 4, 5 on conflict do nothing""")
			.param("days", views.stream().map((view) -> Date.valueOf(view.day())).toArray(Date[]::new))
			.param("routes", views.stream().map(Row::route).toArray(String[]::new))
			.param("devices", views.stream().map((view) -> view.device().name()).toArray(String[]::new))
			.param("measures", views.stream().map((view) -> view.measure().name()).toArray(String[]::new))
			.param("classes", views.stream().map(Row::place).toArray(Integer[]::new))
			.update();
	}

	private static void view(List<Row> views, LocalDate day, String route, Device device, double slower,
			Random random) {
		USUAL.forEach((measure, usual) -> {
			// Somebody comes to a service from the front page, not the other way round.
			if (measure != PageMeasure.HOME_TO_SERVICE || route.equals(SERVICE)) {
				for (int n = random.nextInt(VIEWS_EACH_DAY / 2, VIEWS_EACH_DAY); n > 0; n--) {
					double value = usual * slower * Math.exp(SPREAD * random.nextGaussian());
					views.add(new Row(day, route, device, measure, measure.classOf((int) value)));
				}
			}
		});
	}

}
