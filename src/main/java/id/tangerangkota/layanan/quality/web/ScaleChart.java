package id.tangerangkota.layanan.quality.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;

/**
 * A scale as a line: values from left to right, scores from 0 to 100 upwards.
 *
 * @param line path of the scale
 * @param target path of a line at the target
 * @param grid at scores of 0, 50 and 100
 * @param dots at the points
 */
record ScaleChart(int width, int height, String line, String target, List<Grid> grid, String dots) {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 250;

	private static final int LEFT = 64;

	private static final int RIGHT = 700;

	private static final int TOP = 32;

	private static final int BOTTOM = 212;

	private static final int FULL = 100;

	/** Room beside the first and the last point, where the line is level. */
	private static final double ROOM = 0.1;

	/** A horizontal line and the score it stands for. */
	record Grid(String path, int y, int score) {
	}

	static ScaleChart of(Scale scale) {
		double first = scale.points().getFirst().value();
		double last = scale.points().getLast().value();
		double from = Math.min(first, scale.target()) - (last - first) * ROOM;
		double to = Math.max(last, scale.target()) + (last - first) * ROOM;
		StringBuilder line = new StringBuilder("M%d %d".formatted(LEFT, y(scale.score(from))));
		StringBuilder dots = new StringBuilder();
		for (Point point : scale.points()) {
			int x = x(point.value(), from, to);
			line.append("L%d %d".formatted(x, y(point.score())));
			dots.append("M%d %dh8v8h-8z".formatted(x - 4, y(point.score()) - 4));
		}
		line.append("H%d".formatted(RIGHT));
		return new ScaleChart(WIDTH, HEIGHT, line.toString(),
				"M%d %dV%d".formatted(x(scale.target(), from, to), TOP, BOTTOM),
				List.of(grid(0), grid(FULL / 2), grid(FULL)), dots.toString());
	}

	private static Grid grid(int score) {
		return new Grid(String.format(Locale.ROOT, "M%d %dH%d", LEFT, y(score), RIGHT), y(score), score);
	}

	private static int x(double value, double from, double to) {
		return LEFT + (int) Math.round((RIGHT - LEFT) * (value - from) / (to - from));
	}

	private static int y(double score) {
		return BOTTOM - (int) Math.round((BOTTOM - TOP) * score / FULL);
	}

}
