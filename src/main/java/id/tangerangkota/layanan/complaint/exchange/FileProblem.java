package id.tangerangkota.layanan.complaint.exchange;

/** What is wrong with a row. */
record FileProblem(long line, String column, String text) {

	@Override
	public String toString() {
		return "Line %d, %s: %s".formatted(this.line, this.column, this.text);
	}

}
