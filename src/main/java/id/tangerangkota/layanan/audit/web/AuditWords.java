package id.tangerangkota.layanan.audit.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.audit.AuditRecord;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in words what the trail holds as codes. A code nobody has words for, of an older
 * or newer release or of somebody who tampered with it, stays as it is.
 */
@Component
class AuditWords {

	private final MessageSource messages;

	AuditWords(MessageSource messages) {
		this.messages = messages;
	}

	/** Something to choose from. */
	record Choice(String value, String label) {
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
