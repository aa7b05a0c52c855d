package id.tangerangkota.layanan.quality.evidence;

import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.SkmResult;
import org.jspecify.annotations.Nullable;

/**
 * What is published about a time, and what it is counted from.
 *
 * @param days those that are over
 * @param scales that scores follow
 * @param names of subjects and parts
 * @param watched of how many services numbers about addresses are
 * @param skm of the city, null when nobody answered
 */
public record Evidence(EvidencePeriod period, Period days, List<Published> published, List<Count> counts,
		List<UsedScale> scales, Map<String, String> names, Watched watched, @Nullable SkmResult skm,
		List<FollowUp> followUps) {

	/**
	 * Services in the time.
	 *
	 * @param measured those checks could say something about
	 * @param verified those of them whose address somebody verified
	 * @param services in the catalogue
	 */
	public record Watched(long measured, long verified, long services) {
	}

	public Evidence {
		published = List.copyOf(published);
		counts = List.copyOf(counts);
		scales = List.copyOf(scales);
		names = Map.copyOf(names);
		followUps = List.copyOf(followUps);
	}

	/** The value of a number, null where there is none. */
	public @Nullable String value(String figure, String subject) {
		return this.published.stream()
			.filter((one) -> one.figure().equals(figure) && one.subject().equals(subject))
			.map(Published::value)
			.findFirst()
			.orElse(null);
	}

	/** What people call a subject or part. */
	public String name(String code) {
		return this.names.getOrDefault(code, code);
	}

}
