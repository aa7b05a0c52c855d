package id.tangerangkota.layanan.survey.result;

import java.util.Arrays;

import id.tangerangkota.layanan.survey.Figure;

/** How many people answered something about each dimension of a version. */
final class Headcount {

	private final Layout layout;

	private final int[] people;

	Headcount(Layout layout) {
		this.layout = layout;
		this.people = new int[layout.dimensions().size()];
	}

	/**
	 * Counts one more.
	 * @param marks what was answered, each ten times the place of the item, plus the
	 * value
	 */
	void add(int[] marks) {
		Arrays.stream(marks)
			.filter((mark) -> mark % 10 > 0)
			.map((mark) -> this.layout.dimensionOf().get(mark / 10 - 1))
			.distinct()
			.forEach((dimension) -> this.people[dimension]++);
	}

	/** Ten in each dimension; nobody in a dimension is nobody to tell of. */
	boolean isEnough() {
		return Arrays.stream(this.people).allMatch((many) -> many == 0 || many >= Figure.LEAST)
				&& Arrays.stream(this.people).anyMatch((many) -> many > 0);
	}

	void clear() {
		Arrays.fill(this.people, 0);
	}

}
