package id.tangerangkota.layanan.catalog.exchange;

/**
 * What is wrong with a row of a catalogue file.
 *
 * @param line from 1, the header included
 */
record RowProblem(long line, String column, String text) implements Comparable<RowProblem> {

	@Override
	public int compareTo(RowProblem other) {
		return Long.compare(this.line, other.line);
	}

	@Override
	public String toString() {
		return "line " + this.line + ", " + this.column + ": " + this.text;
	}

}
