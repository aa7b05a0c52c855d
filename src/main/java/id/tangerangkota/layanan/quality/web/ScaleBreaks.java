package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Card;

/**
 * Where in the parts of a time what was measured is on other scales or weights than
 * before: both cannot be compared. Pages, files and documents all say it by this.
 *
 * @param parts in their order
 */
record ScaleBreaks(List<Card> parts) {

	/** Whether a part is not on the scales of the last one before it. */
	boolean at(int part, QualityDimension dimension) {
		return isMeasured(part, dimension)
				&& IntStream.iterate(part - 1, (before) -> before >= 0, (before) -> before - 1)
					.filter((before) -> isMeasured(before, dimension))
					.limit(1)
					.anyMatch((before) -> !this.parts.get(part).isOnScalesOf(this.parts.get(before), dimension));
	}

	private boolean isMeasured(int part, QualityDimension dimension) {
		return Objects.requireNonNull(this.parts.get(part).dimensions().get(dimension)).measured() != null;
	}

	/** The first days of these parts. */
	List<LocalDate> days(QualityDimension dimension) {
		return IntStream.range(0, this.parts.size())
			.filter((part) -> at(part, dimension))
			.mapToObj((part) -> this.parts.get(part).period().from())
			.toList();
	}

}
