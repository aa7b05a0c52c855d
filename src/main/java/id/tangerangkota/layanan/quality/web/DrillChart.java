package id.tangerangkota.layanan.quality.web;

import java.util.List;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.web.Plot;

/**
 * The scores of days as a line. A day without its source interrupts it and is hatched.
 *
 * @param line path of the scores
 * @param gaps path of the days without a source
 */
record DrillChart(int width, int height, List<Plot.Grid> grid, String line, String gaps) {

	private static final Plot PLOT = new Plot(100);

	static DrillChart of(List<Day> days, Measured measured, Indicator indicator, Period period) {
		StringBuilder line = new StringBuilder();
		StringBuilder gaps = new StringBuilder();
		long before = Long.MIN_VALUE;
		for (Day day : days) {
			long place = day.day().toEpochDay() - period.from().toEpochDay();
			int x = Plot.x((place + 0.5) / period.days());
			if (day.gap()) {
				gaps.append("M%d %dV%d".formatted(x, PLOT.y(0), PLOT.y(100)));
			}
			else if (!day.sum().isEmpty()) {
				boolean joined = place == before + 1;
				line.append(joined ? 'L' : 'M')
					.append(x)
					.append(' ')
					.append(PLOT.y(measured.scale().score(indicator.value(day.sum()))));
				if (!joined) {
					// A lone day is a dot, not nothing.
					line.append("h2");
				}
				before = place;
			}
		}
		return new DrillChart(Plot.WIDTH, Plot.HEIGHT, PLOT.grid(), line.toString(), gaps.toString());
	}

}
