package id.tangerangkota.layanan.catalog;

import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts what is searched without keeping what anybody typed: words of the catalogue,
 * and, when nothing was found, single words of letters only. A NIK, a phone number or a
 * sentence never gets in.
 */
@Component
class SearchUsage {

	private static final Pattern PLAIN_WORD = Pattern.compile("\\p{L}{3,20}");

	private final UsageCounts counts;

	private final MeterRegistry meters;

	SearchUsage(UsageCounts counts, MeterRegistry meters) {
		this.counts = counts;
		this.meters = meters;
	}

	void record(SearchReader.Reading reading, boolean nothing) {
		this.meters.counter("layanan.catalog.searches", "outcome", outcome(reading, nothing)).increment();
		if (nothing && reading.pointers().isEmpty()) {
			reading.unknown()
				.stream()
				.filter((word) -> PLAIN_WORD.matcher(word).matches())
				.forEach((word) -> this.counts.add(UsageCounts.Kind.WORD_UNANSWERED, word));
		}
		else {
			reading.asked().forEach((word) -> this.counts.add(UsageCounts.Kind.WORD_ASKED, word));
		}
	}

	private static String outcome(SearchReader.Reading reading, boolean nothing) {
		if (!nothing) {
			return "found";
		}
		return reading.pointers().isEmpty() ? "none" : "pointer";
	}

}
