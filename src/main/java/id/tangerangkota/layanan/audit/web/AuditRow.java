package id.tangerangkota.layanan.audit.web;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditOutcome;
import id.tangerangkota.layanan.audit.AuditRecord;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A row of the trail as a page shows it.
 *
 * @param href address of the row's own page
 * @param account of the actor, null when nobody was signed in
 * @param instant the time for machines, to the millisecond, which is all HTML allows
 * @param code the action as the trail names it
 * @param number of the row in its chain
 */
record AuditRow(String href, String time, String instant, String action, String code, boolean refused, String outcome,
		String actor, @Nullable String account, @Nullable String subjectKind, @Nullable String subjectId,
		Map<String, String> details, String chain, String number, String keyId, String hash) {

	static AuditRow of(AuditRecord record, AuditWords words, PageClock clock, Locale locale) {
		AuditSubject subject = record.subject();
		return new AuditRow(href(record.chain(), record.seq()), clock.format(record.at(), Language.of(locale)),
				record.at().truncatedTo(ChronoUnit.MILLIS).toString(), words.action(record.action(), locale),
				record.action(), !AuditOutcome.DONE.name().equals(record.outcome()),
				words.outcome(record.outcome(), locale), words.actor(record, locale),
				(record.account() != null) ? record.account().toString() : null,
				(subject != null) ? words.subjectKind(subject.kind(), locale) : null,
				(subject != null) ? subject.id() : null, words.details(record.details(), locale), record.chain(),
				String.valueOf(record.seq()), record.keyId(), record.hash());
	}

	private static String href(String chain, long seq) {
		return UriComponentsBuilder.fromPath(AuditForm.PATH)
			.pathSegment(chain, String.valueOf(seq))
			.build()
			.encode()
			.toUriString();
	}

}
