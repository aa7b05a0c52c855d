package id.tangerangkota.layanan.quality;

import java.time.LocalDate;

import org.springframework.util.Assert;

/**
 * Days of the city (Asia/Jakarta), both included.
 *
 * @param from not after the last
 */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		Assert.isTrue(!from.isAfter(to), "A period has a day");
	}

	/** How many days it has. */
	public int days() {
		return (int) (this.to.toEpochDay() - this.from.toEpochDay()) + 1;
	}

	/** As many days just before it. */
	public Period before() {
		return new Period(this.from.minusDays(days()), this.from.minusDays(1));
	}

}
