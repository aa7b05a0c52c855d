package id.tangerangkota.layanan.privacy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.privacy.breach.BreachDetail;
import id.tangerangkota.layanan.privacy.breach.BreachFacts;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the notice about a breach from what is recorded: which data, when and how, what
 * is done (UU 27/2022, article 46).
 */
@Component
class NoticeText {

	private static final String BLANK = "";

	private final MessageSource messages;

	private final PageClock clock;

	NoticeText(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String write(BreachDetail breach, Locale locale) {
		BreachFacts facts = breach.facts();
		Language language = Language.of(locale);
		List<String> lines = new ArrayList<>();
		lines.add(say("privacy.notice.heading", locale));
		lines.add(say("privacy.notice.city", locale));
		lines.add(BLANK);
		lines.add(say("privacy.notice.number", locale, breach.summary().id().toString()));
		lines.add(say("privacy.notice.date", locale, this.clock.now(language)));
		lines.add(BLANK);
		lines.add(say("privacy.notice.intro", locale));
		lines.add(say("privacy.notice.noticed", locale, this.clock.format(breach.summary().noticedAt(), language)));
		part(lines, "privacy.notice.data", locale, facts.data());
		Integer people = breach.people();
		lines.add((people != null) ? say("privacy.notice.people", locale, NumberText.exact(people, 0, locale))
				: say("privacy.notice.people.unknown", locale));
		part(lines, "privacy.notice.time", locale, facts.time());
		part(lines, "privacy.notice.course", locale, facts.course());
		part(lines, "privacy.notice.systems", locale, facts.systems());
		part(lines, "privacy.notice.handling", locale, facts.handling());
		part(lines, "privacy.notice.advice", locale, facts.advice());
		part(lines, "privacy.notice.contact", locale, facts.contact());
		lines.add(BLANK);
		lines.add(say("privacy.notice.law", locale));
		return String.join("\n", lines) + "\n";
	}

	private void part(List<String> lines, String key, Locale locale, String text) {
		lines.add(BLANK);
		lines.add(say(key, locale));
		lines.add(text.isEmpty() ? say("privacy.notice.unknown", locale) : text);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** What the law wants said and nobody has recorded yet, as keys of messages. */
	static List<String> missing(BreachDetail breach) {
		BreachFacts facts = breach.facts();
		List<String> missing = new ArrayList<>();
		if (facts.time().isEmpty()) {
			missing.add("privacy.breach.time");
		}
		if (facts.course().isEmpty()) {
			missing.add("privacy.breach.course");
		}
		if (facts.handling().isEmpty()) {
			missing.add("privacy.breach.handling");
		}
		return missing;
	}

}
