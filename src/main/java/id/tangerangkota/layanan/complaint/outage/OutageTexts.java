package id.tangerangkota.layanan.complaint.outage;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.OutageTitles;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.OutageCases.Episode;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the portal itself writes into the case of an outage. */
@Component
class OutageTexts {

	/** In a template stand these in the place of the measured times. */
	private static final String START = "{mulai}";

	private static final String END = "{selesai}";

	private final OutageTitles titles;

	private final MessageSource messages;

	private final PageClock pageClock;

	private final JdbcClient jdbc;

	OutageTexts(OutageTitles titles, MessageSource messages, PageClock pageClock, JdbcClient jdbc) {
		this.titles = titles;
		this.messages = messages;
		this.pageClock = pageClock;
		this.jdbc = jdbc;
	}

	private record Template(String text, @Nullable String english) {
	}

	String subject(String service) {
		return this.titles.of(service, Submission.SUBJECT_LENGTH);
	}

	String text(String service, Instant start) {
		return inBoth(
				(language) -> say("casework.outage.text", language, service, this.pageClock.format(start, language)));
	}

	/** It goes on after it was over. */
	String again(Instant start) {
		return inBoth((language) -> say("casework.outage.again", language, this.pageClock.format(start, language)));
	}

	/**
	 * From the template of the agency or of all, in both languages.
	 * @param episodes the last one first; those before it are told of in a line each
	 */
	String ended(@Nullable AgencyId agency, List<Episode> episodes) {
		Template template = this.jdbc.sql("""
				select text, text_en from complaint.answer_template
				where purpose = 'OUTAGE_ENDED' and (agency = :agency or agency is null)
				order by agency nulls last, name limit 1""")
			.param("agency", (agency != null) ? agency.code() : "")
			.query((row, number) -> new Template(row.getString("text"), row.getString("text_en")))
			.optional()
			.orElse(null);
		Episode last = episodes.getFirst();
		return inBoth(
				(language) -> ended(template, language, last) + before(episodes.subList(1, episodes.size()), language));
	}

	private String before(List<Episode> episodes, Language language) {
		StringBuilder text = new StringBuilder();
		for (Episode episode : episodes) {
			text.append('\n')
				.append(say("casework.outage.before", language, this.pageClock.format(episode.start(), language),
						this.pageClock.brief(episode.end(), episode.start(), language)));
		}
		return text.toString();
	}

	/** An agency's own words may have the end anywhere, so it has its day there. */
	private String ended(@Nullable Template template, Language language, Episode episode) {
		String start = this.pageClock.format(episode.start(), language);
		String text = null;
		if (template != null) {
			text = (language == Language.ENGLISH) ? template.english() : template.text();
		}
		return (text != null) ? text.replace(START, start).replace(END, this.pageClock.format(episode.end(), language))
				: say("casework.outage.ended", language, start,
						this.pageClock.brief(episode.end(), episode.start(), language));
	}

	private static String inBoth(Function<Language, String> text) {
		return BothLanguages.of(text.apply(Language.INDONESIAN), text.apply(Language.ENGLISH));
	}

	private String say(String key, Language language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language.locale());
	}

}
