package id.tangerangkota.layanan.availability.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;

/** Statuses of HTTP that are as they should be, such as {@code 200-399,404}. */
public record StatusRanges(List<Range> ranges) {

	/** What counts as up unless a check says otherwise. */
	public static final StatusRanges USUAL = new StatusRanges(List.of(new Range(200, 399)));

	private static final String USUAL_TEXT = USUAL.toString();

	private static final int LOWEST = 100;

	private static final int HIGHEST = 599;

	private static final String LISTED = "\\s*[1-5][0-9]{2}(\\s*-\\s*[1-5][0-9]{2})?\\s*";

	public StatusRanges {
		ranges = List.copyOf(ranges);
		if (ranges.isEmpty()) {
			throw new InvalidTarget(Reason.STATUS, "No status");
		}
	}

	/**
	 * Reads statuses and ranges, separated by commas.
	 * @throws InvalidTarget if there are none, or others than 100 to 599
	 */
	public static StatusRanges parse(String text) {
		if (text.equals(USUAL_TEXT)) {
			return USUAL;
		}
		return new StatusRanges(Arrays.stream(text.split(",", -1)).map(Range::parse).toList());
	}

	/** Whether a status is among them. */
	public boolean contains(int status) {
		for (Range range : this.ranges) {
			if (status >= range.first() && status <= range.last()) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return this.ranges.stream().map(Range::toString).collect(Collectors.joining(","));
	}

	/** From the first to the last, both included. */
	public record Range(int first, int last) {

		public Range {
			if (first < LOWEST || last > HIGHEST || first > last) {
				throw new InvalidTarget(Reason.STATUS, "No statuses: " + first + "-" + last);
			}
		}

		private static Range parse(String text) {
			if (!text.matches(LISTED)) {
				throw new InvalidTarget(Reason.STATUS, "No statuses: " + text);
			}
			String[] ends = text.strip().split("\\s*-\\s*");
			return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
		}

		@Override
		public String toString() {
			return (this.first == this.last) ? "" + this.first : this.first + "-" + this.last;
		}

	}

}
