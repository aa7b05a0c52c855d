package id.tangerangkota.layanan.survey.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * When whom was asked about what, if anybody had been. The same on each start: chance
 * begins with the service.
 */
record MadeUp(Instant at, ServiceId service, @Nullable String agency, Instrument instrument, String occasion,
		String stratum, double mood) {

	static final int DAYS = 365;

	private static final int OPENS = 7;

	private static final int OPEN_HOURS = 14;

	private static final int SECONDS = 3600;

	/** A year of answers about a service. */
	static List<MadeUp> year(CatalogListing listing, LocalDate today, Instant now) {
		Random random = new Random(listing.slug().hashCode());
		double known = Math.pow(random.nextDouble(), 3);
		double quality = 3.1 + 1.2 * random.nextDouble();
		int answers = (int) (20 + 600 * known);
		List<MadeUp> all = new ArrayList<>();
		for (int n = 0; n < answers; n++) {
			LocalDate day = today.minusDays(random.nextInt(DAYS));
			Instant at = day.atStartOfDay(AvailabilityReport.ZONE)
				.plusSeconds((OPENS * (long) SECONDS) + random.nextInt(OPEN_HOURS * SECONDS))
				.toInstant();
			double mood = quality + random.nextGaussian() * 0.8;
			if (at.isBefore(now)) {
				all.add(answer(listing, at, mood, random.nextInt(100)));
			}
		}
		return all;
	}

	private static MadeUp answer(CatalogListing listing, Instant at, double mood, int chance) {
		ServiceId service = listing.service();
		String agency = listing.agency();
		if (chance < 50) {
			return new MadeUp(at, service, agency, Instrument.SHORT, "SERVICE", (chance < 40) ? "ANONYMOUS" : "ACCOUNT",
					mood);
		}
		if (chance < 75) {
			return new MadeUp(at, service, agency, Instrument.ESQUAL, "SERVICE",
					(chance < 65) ? "ANONYMOUS" : "ACCOUNT", mood);
		}
		if (chance < 94) {
			boolean counter = chance < 84 && agency != null;
			return new MadeUp(at, service, agency, Instrument.SKM, counter ? "COUNTER" : "SERVICE",
					counter ? "COUNTER" : "ANONYMOUS", mood);
		}
		return new MadeUp(at, service, agency, Instrument.ERECS, "COMPLAINT", "INVITED", mood - 0.6);
	}

}
