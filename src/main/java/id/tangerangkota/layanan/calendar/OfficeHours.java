package id.tangerangkota.layanan.calendar;

import java.time.LocalTime;

import org.springframework.util.Assert;

/** When an office is open on a day, in Jakarta. Breaks do not stop the clocks. */
public record OfficeHours(LocalTime opens, LocalTime closes) {

	public OfficeHours {
		Assert.isTrue(opens.isBefore(closes), "An office opens before it closes");
	}

}
