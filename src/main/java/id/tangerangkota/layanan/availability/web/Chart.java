package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import id.tangerangkota.layanan.availability.result.ResponseTime;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Plot;
import org.jspecify.annotations.Nullable;

/**
 * Two lines over hours. An hour without an answer interrupts them.
 *
 * @param p50 path of the line of the median
 * @param p95 path of the upper line
 */
record Chart(int width, int height, List<Grid> grid, List<Tick> ticks, String p50, String p95) {

	private static final int[] SCALES = { 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000 };

	/** A horizontal line and what it stands for. */
	record Grid(String path, int y, int millis) {
	}

	/** A day begins. */
	record Tick(int x, LocalDate day) {
	}

	/**
	 * Draws hours.
	 * @param hours in which there was an answer, in their order, all within the time
	 */
	static Chart of(List<ResponseTime> hours, Instant from, Instant to) {
		int most = hours.stream().mapToInt((hour) -> millis(hour.p95())).max().orElse(0);
		int top = SCALES[SCALES.length - 1];
		for (int scale : SCALES) {
			if (scale >= most) {
				top = scale;
				break;
			}
		}
		Plot plot = new Plot(top);
		return new Chart(Plot.WIDTH, Plot.HEIGHT,
				plot.grid().stream().map((line) -> new Grid(line.path(), line.y(), (int) line.value())).toList(),
				ticks(from, to), line(hours, from, to, plot, (hour) -> millis(hour.p50())),
				line(hours, from, to, plot, (hour) -> millis(hour.p95())));
	}

	private static List<Tick> ticks(Instant from, Instant to) {
		List<Tick> ticks = new ArrayList<>();
		for (LocalDate day = PageClock.day(from).plusDays(1); !day.isAfter(PageClock.day(to)); day = day.plusDays(1)) {
			int x = x(PageClock.start(day), from, to);
			if (x <= Plot.LAST_TICK) {
				ticks.add(new Tick(x, day));
			}
		}
		return ticks;
	}

	private static String line(List<ResponseTime> hours, Instant from, Instant to, Plot plot,
			ToIntFunction<ResponseTime> value) {
		StringBuilder path = new StringBuilder();
		Instant before = Instant.MIN;
		for (ResponseTime hour : hours) {
			boolean joined = hour.at().equals(before.equals(Instant.MIN) ? before : before.plus(Duration.ofHours(1)));
			int y = plot.y(value.applyAsInt(hour));
			path.append(joined ? 'L' : 'M').append(x(hour.at(), from, to)).append(' ').append(y);
			if (!joined) {
				// A lone hour is a dot, not nothing.
				path.append("h2");
			}
			before = hour.at();
		}
		return path.toString();
	}

	private static int millis(@Nullable Integer millis) {
		return (millis != null) ? millis : 0;
	}

	private static int x(Instant instant, Instant from, Instant to) {
		return Plot.x((double) Duration.between(from, instant).toSeconds() / Duration.between(from, to).toSeconds());
	}

}
