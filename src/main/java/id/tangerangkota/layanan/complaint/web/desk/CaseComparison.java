package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import id.tangerangkota.layanan.complaint.queue.CaseFile;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Tells whether two cases are about the same thing. */
@Component
class CaseComparison {

	private final QueuePages pages;

	private final CaseFacts facts;

	private final DeskWords words;

	CaseComparison(QueuePages pages, CaseFacts facts, DeskWords words) {
		this.pages = pages;
		this.facts = facts;
		this.words = words;
	}

	/**
	 * What is known of two cases that may be about the same.
	 *
	 * @param differs whether that speaks against it
	 */
	record Compared(String label, String one, String other, boolean differs) {
	}

	List<Compared> of(CaseFile one, CaseFile other, Locale locale) {
		QueuePages.Names names = this.pages.names(Stream.of(one.line().service(), other.line().service()), locale);
		return Stream.of(compared("service", one, other, (file) -> names.service(file.line().service()), locale),
				compared("place", one, other,
						(file) -> (file.place() != null) ? this.facts.place(file.place(), names, locale).value() : null,
						locale),
				compared("agency", one, other,
						(file) -> (file.line().agency() != null) ? names.fullAgency(file.line().agency()) : null,
						locale),
				received(one, other, locale))
			.flatMap(Optional::stream)
			.toList();
	}

	/** Nothing where neither has any. */
	private Optional<Compared> compared(String key, CaseFile one, CaseFile other,
			Function<CaseFile, @Nullable String> value, Locale locale) {
		String of = value.apply(one);
		String ofOther = value.apply(other);
		if (of == null && ofOther == null) {
			return Optional.empty();
		}
		String none = this.words.say("complaint-desk.agency.none", locale);
		return Optional
			.of(new Compared(this.words.say("complaint-desk.fact." + key, locale), Objects.requireNonNullElse(of, none),
					Objects.requireNonNullElse(ofOther, none), !Objects.equals(of, ofOther)));
	}

	private Optional<Compared> received(CaseFile one, CaseFile other, Locale locale) {
		return Optional.of(new Compared(this.words.say("complaint-desk.fact.received", locale),
				this.words.time(one.line().receivedAt(), locale), this.words.time(other.line().receivedAt(), locale),
				false));
	}

}
