package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.Purpose;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** Puts what is known of a case into the places texts leave open for it. */
@Component
class Placeholders {

	/** Those that are filled in; what stands in square brackets is for the officer. */
	private static final List<String> NAMES = List.of("nomor", "tanggal-masuk", "batas", "instansi", "judul");

	/** What a text leaves to the officer, such as {@code [tanggal]}. */
	private static final Pattern LEFT = Pattern.compile("\\[\\p{L}[^\\]\\n]{0,79}\\]");

	/** What a text wants to be filled in. */
	private static final Pattern WANTED = Pattern.compile("\\{([^{}\\n]{1,40})\\}");

	/** The measured times in a text that is sent when an outage is over. */
	private static final List<String> MEASURED = List.of("mulai", "selesai");

	private final QueuePages pages;

	private final DeskWords words;

	private final Clock clock;

	Placeholders(QueuePages pages, DeskWords words, Clock clock) {
		this.pages = pages;
		this.words = words;
		this.clock = clock;
	}

	/** The first place in a text that nobody has filled in. */
	static Optional<String> left(String text) {
		return LEFT.matcher(text).results().map(MatchResult::group).findFirst();
	}

	/** What is filled in where a text is for that. */
	static List<String> names(Purpose purpose) {
		return (purpose == Purpose.OUTAGE_ENDED) ? MEASURED : NAMES;
	}

	/** The first place in a text that nobody would fill in, for it is none for that. */
	static Optional<String> unknown(String text, Purpose purpose) {
		return WANTED.matcher(text)
			.results()
			.filter((found) -> !names(purpose).contains(found.group(1)))
			.map(MatchResult::group)
			.findFirst();
	}

	String fill(String text, CaseFile file, Language language) {
		Locale locale = language.locale();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("nomor", file.line().ticket().toString());
		values.put("tanggal-masuk", this.words.date(PageClock.day(file.line().receivedAt()), locale));
		LocalDate due = file.clocks().getLast().dueOn();
		values.put("batas",
				due.isBefore(PageClock.day(this.clock.instant())) ? newDay(language) : this.words.date(due, locale));
		AgencyId agency = file.line().agency();
		values.put("instansi", (agency != null) ? this.pages.names(Stream.empty(), locale).fullAgency(agency)
				: this.words.say("complaint-desk.city", locale));
		values.put("judul", file.line().subject());
		String filled = text;
		for (Map.Entry<String, String> value : values.entrySet()) {
			filled = filled.replace("{" + value.getKey() + "}", value.getValue());
		}
		return filled;
	}

	/** Nobody promises a day that is over. */
	private static String newDay(Language language) {
		return (language == Language.ENGLISH) ? "[new date]" : "[tanggal baru]";
	}

}
