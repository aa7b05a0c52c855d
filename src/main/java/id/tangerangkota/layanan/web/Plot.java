package id.tangerangkota.layanan.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The measures of a chart of lines that the server draws: values from below, moments from
 * the left. Colours and the width of lines are the style sheet's.
 *
 * @param top the value at the upper edge; what is more lies on it
 */
public record Plot(double top) {

	public static final int WIDTH = 720;

	public static final int HEIGHT = 240;

	/** Beyond it the words below would be cut off. */
	public static final int LAST_TICK = 630;

	private static final int LEFT = 64;

	private static final int TOP = 32;

	private static final int BOTTOM = 212;

	/** A horizontal line, where its label stands, and what it stands for. */
	public record Grid(String path, int y, double value) {
	}

	/** Lines at the bottom, in the middle and at the top. */
	public List<Grid> grid() {
		List<Grid> grid = new ArrayList<>();
		for (int half = 0; half <= 2; half++) {
			int y = BOTTOM - (BOTTOM - TOP) * half / 2;
			grid.add(new Grid("M%d %dH%d".formatted(LEFT, y, WIDTH), y - 4, this.top * half / 2));
		}
		return grid;
	}

	/** How far down a value lies. */
	public int y(double value) {
		return BOTTOM - (int) ((BOTTOM - TOP) * Math.min(value, this.top) / this.top);
	}

	/**
	 * How far right something lies.
	 * @param part of the whole width that comes before it, 0 to 1
	 */
	public static int x(double part) {
		return LEFT + (int) ((WIDTH - LEFT) * part);
	}

}
