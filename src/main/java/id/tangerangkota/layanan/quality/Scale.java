package id.tangerangkota.layanan.quality;

import java.time.LocalDate;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Turns the value of an indicator into 0 to 100: straight lines between points. Below the
 * first and beyond the last it stays level.
 *
 * @param version counts up for each indicator
 * @param validFrom day from which it counts; earlier days keep their scale
 * @param points at least two, by rising value
 * @param target the value to reach
 * @param weight of the indicator in its dimension, from 0 (shown, does not count) to 100
 */
public record Scale(String indicator, int version, LocalDate validFrom, List<Point> points, double target, int weight) {

	/** At a value, a score. */
	public record Point(double value, double score) {

		public Point {
			Assert.isTrue(score >= 0 && score <= 100, "A score is between 0 and 100");
		}

	}

	public Scale {
		points = List.copyOf(points);
		Assert.isTrue(points.size() >= 2, "A line has two ends");
		for (int i = 1; i < points.size(); i++) {
			Assert.isTrue(points.get(i - 1).value() < points.get(i).value(), "Points are in order");
		}
		Assert.isTrue(weight >= 0 && weight <= 100, "A weight is between 0 and 100");
	}

	/**
	 * Else a difference of two scores says something about the scales, not about quality.
	 */
	public boolean scoresLike(Scale other) {
		return this.points.equals(other.points);
	}

	/** From 0 to 100. */
	public double score(double value) {
		Point before = this.points.getFirst();
		if (value <= before.value()) {
			return before.score();
		}
		for (Point point : this.points.subList(1, this.points.size())) {
			if (value <= point.value()) {
				double part = (value - before.value()) / (point.value() - before.value());
				return before.score() + part * (point.score() - before.score());
			}
			before = point;
		}
		return before.score();
	}

}
