package id.tangerangkota.layanan.open311.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a client asks for. Other parameters than those of the standard are left
 * alone, because clients send what some other server knows.
 *
 * @param codes of categories, empty for all
 * @param end inclusive, to the second
 */
record RequestQuery(List<String> codes, Set<PublicState> states, Instant start, Instant end) {

	private static final Duration LONGEST = Duration.ofDays(90);

	/** A list of this length is longer than any client's. */
	private static final int MOST_VALUES = 1000;

	/** The most recent 90 days, unless something else is asked for. */
	static RequestQuery of(Map<String, List<String>> sent, Instant now) {
		@Nullable Instant start = moment(sent, "start_date");
		@Nullable Instant end = moment(sent, "end_date");
		Instant last = (end != null) ? end
				: (start != null && start.plus(LONGEST).isBefore(now)) ? start.plus(LONGEST) : now;
		Instant first = (start != null) ? start : last.minus(LONGEST);
		if (end != null && first.isAfter(last)) {
			throw Refused.invalid("open311.error.dates.order");
		}
		if (Duration.between(first, last).compareTo(LONGEST) > 0) {
			throw Refused.invalid("open311.error.dates.span");
		}
		return new RequestQuery(values(sent, "service_code"), states(sent), first, last);
	}

	/** Comma delimited, and given once or several times. */
	static List<String> values(Map<String, List<String>> sent, String name) {
		List<String> values = sent.getOrDefault(name, List.of())
			.stream()
			.flatMap((value) -> Arrays.stream(value.split(",")))
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.distinct()
			.toList();
		if (values.size() > MOST_VALUES) {
			throw Refused.invalid("open311.error.many", name, MOST_VALUES);
		}
		return values;
	}

	private static @Nullable Instant moment(Map<String, List<String>> sent, String name) {
		@Nullable String value = PostedReport.value(sent, name);
		if (value == null) {
			return null;
		}
		@Nullable Instant moment = Moments.read(value);
		if (moment == null) {
			throw Refused.invalid("open311.error.date", name);
		}
		return moment;
	}

	private static Set<PublicState> states(Map<String, List<String>> sent) {
		Set<PublicState> states = new HashSet<>();
		for (String status : values(sent, "status")) {
			states
				.addAll(RequestStatus.find(status).orElseThrow(() -> Refused.invalid("open311.error.status")).states());
		}
		return states;
	}

	/** As the desk understands it, of one category or (null) of all. */
	PublicFilter filter(@Nullable String code) {
		return new PublicFilter(this.states, code, null, null, null, null, false, this.start, this.end.plusSeconds(1));
	}

}
