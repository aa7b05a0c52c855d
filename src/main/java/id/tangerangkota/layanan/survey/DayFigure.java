package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.util.List;

/**
 * A day.
 *
 * @param answers none is a gap, and no zero
 * @param dimensions empty on a day without answers
 */
public record DayFigure(LocalDate day, long answers, List<Figure> dimensions) {

	public boolean isGap() {
		return this.answers == 0;
	}

}
