package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.result.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate each check saw last, and whether it came through then, in eight bytes
 * a check: a whole country's checks are remembered on every node.
 */
final class SeenCertificates {

	/** Another node may have written something newer since. */
	private static final Duration TRUSTED = Duration.ofHours(6);

	private static final int PAGE = 1024;

	private final Map<Integer, Page> pages = new HashMap<>();

	/** Checks with numbers that follow each other, forgotten together. */
	private record Page(Instant until, long[] marks) {

	}

	/** Whether a result shows nothing new: no certificate, or the one seen last. */
	synchronized boolean contains(Observation observation) {
		CertificateFinding certificate = observation.certificate();
		if (certificate == null) {
			return true;
		}
		Page page = page(observation);
		return page != null && page.marks()[place(observation)] == mark(observation, certificate);
	}

	synchronized void add(Observation observation) {
		CertificateFinding certificate = observation.certificate();
		if (certificate == null) {
			return;
		}
		Page page = page(observation);
		if (page == null) {
			page = new Page(observation.at().plus(TRUSTED), new long[PAGE]);
			this.pages.put(number(observation), page);
		}
		page.marks()[place(observation)] = mark(observation, certificate);
	}

	private @Nullable Page page(Observation observation) {
		Page page = this.pages.get(number(observation));
		return (page != null && observation.at().isBefore(page.until())) ? page : null;
	}

	private static int number(Observation observation) {
		return Math.floorDiv(observation.check(), PAGE);
	}

	private static int place(Observation observation) {
		return Math.floorMod(observation.check(), PAGE);
	}

	/** Whom two have in common by chance is one in four billion, and ends with them. */
	private static long mark(Observation observation, CertificateFinding certificate) {
		long mark = ((long) certificate.fingerprint().hashCode() << Integer.SIZE)
				^ certificate.expires().getEpochSecond();
		return observation.cameThrough() ? mark : ~mark;
	}

}
