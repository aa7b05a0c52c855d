package id.tangerangkota.layanan.quality.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found so far of a pack of evidence. */
final class Found {

	/** The subject that is the whole city. */
	static final String CITY = "kota";

	private final List<Published> published = new ArrayList<>();

	private final List<Count> counts = new ArrayList<>();

	private final List<UsedScale> scales = new ArrayList<>();

	private final Map<String, String> names = new HashMap<>();

	List<Published> published() {
		return this.published;
	}

	List<Count> counts() {
		return this.counts;
	}

	List<UsedScale> scales() {
		return this.scales;
	}

	/** Of subjects and parts. */
	Map<String, String> names() {
		return this.names;
	}

	void count(String figure, String subject, String part, long numerator, long denominator) {
		this.counts.add(new Count(figure, subject, part, numerator, denominator));
	}

	/** How often each value was given, from 1 on. */
	void given(String figure, String subject, List<Long> distribution) {
		for (int place = 0; place < distribution.size(); place++) {
			long many = distribution.get(place);
			count(figure, subject, "nilai-" + (place + 1), (place + 1) * many, many);
		}
	}

	void publish(String figure, String subject, Rule rule, String value) {
		this.published.add(new Published(figure, subject, rule, value));
	}

	/** A share of whole numbers, which nobody computes but this. */
	void publishShare(String figure, String subject, long numerator, long denominator) {
		publish(figure, subject, Rule.SHARE,
				Rule.SHARE.apply(List.of(new Count(figure, subject, "", numerator, denominator))).orElseThrow());
	}

}
