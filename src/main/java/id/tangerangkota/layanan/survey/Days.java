package id.tangerangkota.layanan.survey;

import java.time.LocalDate;

import org.springframework.util.Assert;

/**
 * A time of whole days of the city (Asia/Jakarta).
 *
 * @param last inclusive
 */
public record Days(LocalDate first, LocalDate last) {

	public Days {
		Assert.isTrue(!first.isAfter(last), "A time does not end before it begins");
	}

}
