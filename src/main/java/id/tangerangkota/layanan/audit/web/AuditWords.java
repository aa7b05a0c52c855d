package id.tangerangkota.layanan.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.audit.AuditRecord;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in words what the trail holds as codes. A code nobody has words for, of an older
 * or newer release or of somebody who tampered with it, stays as it is.
 */
@Component
class AuditWords {

	private final MessageSource messages;

	private final PageClock clock;

	AuditWords(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String action(String action, Locale locale) {
		return word("audit.action.", action, locale);
	}

	/** Who acted: what kind of one, and what they were allowed to do. */
	String actor(AuditRecord record, Locale locale) {
		String kind = word("audit.actor.", record.actorKind(), locale);
		if (record.roles().isEmpty()) {
			return kind;
		}
		String roles = String.join(", ",
				record.roles().stream().map((role) -> word("audit.role.", role, locale)).toList());
		return kind + " (" + roles + ((record.agency() != null) ? ", " + record.agency() : "") + ")";
	}

	String outcome(String outcome, Locale locale) {
		return word("audit.outcome.", outcome, locale);
	}

	String subjectKind(String kind, Locale locale) {
		return word("audit.kind.", kind, locale);
	}

	/** What else a record says, in the order in which it stands there. */
	Map<String, String> details(Map<String, String> details, Locale locale) {
		Map<String, String> said = new LinkedHashMap<>();
		details.forEach((name, value) -> said.put(word("audit.detail.", name, locale),
				name.equals("roles") ? roles(value, locale) : value(value, locale)));
		return said;
	}

	private String roles(String value, Locale locale) {
		return Arrays.stream(value.split(" "))
			.map((role) -> word("audit.role.", role, locale))
			.collect(Collectors.joining(", "));
	}

	private String value(String value, Locale locale) {
		try {
			return this.clock.format(Instant.parse(value), locale);
		}
		catch (DateTimeException ex) {
			return word("audit.value.", value, locale);
		}
	}

	/** Actions in the order of their words. */
	List<Choice> choices(List<String> actions, Locale locale) {
		return actions.stream()
			.map((action) -> new Choice(action, action(action, locale)))
			.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	private String word(String start, String code, Locale locale) {
		return String.valueOf(this.messages.getMessage(start + code, null, code, locale));
	}

}
