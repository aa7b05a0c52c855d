package id.tangerangkota.layanan.calendar;

import java.io.Serial;
import java.time.LocalDate;

/** The list has a holiday on that day already. */
public class HolidayTaken extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	HolidayTaken(LocalDate day) {
		super("There is a holiday on " + day);
	}

}
