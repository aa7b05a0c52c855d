package id.tangerangkota.layanan.complaint.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.availability.ServiceState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Says in words what checks found when a complaint was filed. What it does not know it
 * leaves out: who writes it may write more one day.
 */
@Component
class CaseEvidence {

	private final JsonMapper json = new JsonMapper();

	private final DeskWords words;

	CaseEvidence(DeskWords words) {
		this.words = words;
	}

	List<String> lines(String evidence, Locale locale) {
		List<String> lines = new ArrayList<>();
		try {
			JsonNode root = this.json.readTree(evidence);
			String state = state(root.get("state"), locale);
			Instant since = instant(root.get("since"));
			if (state != null) {
				lines.add((since != null)
						? this.words.say("complaint-desk.service.since", locale, state, this.words.time(since, locale))
						: state);
			}
			for (JsonNode result : root.path("results")) {
				Instant at = instant(result.get("at"));
				String outcome = state(result.get("outcome"), locale);
				if (at != null && outcome != null) {
					lines.add(this.words.say("complaint-desk.service.result", locale, this.words.time(at, locale),
							result.path("host").asString(""), outcome));
				}
			}
		}
		catch (JacksonException ex) {
			return List.of();
		}
		return lines;
	}

	/** A newer node may have kept one that is not known here. */
	private @Nullable String state(@Nullable JsonNode kept, Locale locale) {
		String name = (kept != null) ? kept.asString("") : "";
		return Arrays.stream(ServiceState.values())
			.filter((state) -> state.name().equals(name))
			.map((state) -> this.words.say("availability.state." + name.toLowerCase(Locale.ROOT), locale))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Instant instant(@Nullable JsonNode value) {
		try {
			return (value != null && value.isString()) ? Instant.parse(value.asString()) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
