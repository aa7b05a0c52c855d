package id.tangerangkota.layanan.complaint.web.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * All answers of a draft to look at once more, each with the way back to its question.
 */
@Component
class AnswerRows {

	private final Walk walk;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final Attachments attachments;

	private final CurrentActor actor;

	private final MessageSource messages;

	AnswerRows(Walk walk, ServiceCatalog catalog, Regions regions, Attachments attachments, CurrentActor actor,
			MessageSource messages) {
		this.walk = walk;
		this.catalog = catalog;
		this.regions = regions;
		this.attachments = attachments;
		this.actor = actor;
		this.messages = messages;
	}

	/** An answer. */
	record Row(String label, String text, String href) {
	}

	List<Row> of(Draft draft, String base, Locale locale) {
		List<Row> rows = new ArrayList<>();
		rows.add(row("kind", say("kind." + draft.kind(), locale), base, Step.KIND, locale));
		Draft.@Nullable Concern concern = draft.concern();
		if (concern != null) {
			rows.add(row("concern", concern(concern, locale), base,
					(concern.service() != null) ? Step.SERVICE : Step.CONCERN, locale));
		}
		this.walk.category(draft)
			.ifPresent((category) -> rows
				.add(row("category", (Language.of(locale) == Language.ENGLISH) ? category.nameEn() : category.name(),
						base, Step.CATEGORY, locale)));
		if (draft.place() != null) {
			rows.add(row("place", place(draft.place(), locale), base, Step.PLACE, locale));
		}
		Draft.@Nullable Words words = draft.words();
		if (words != null) {
			rows.add(row("subject", words.subject(), base, Step.WORDS, locale));
			rows.add(row("text", words.text(), base, Step.WORDS, locale));
			if (words.formal()) {
				rows.add(row("formal", say("answer.formal.yes", locale), base, Step.WORDS, locale));
			}
		}
		int files = this.attachments.of(draft.attachments()).size();
		rows.add(row("photos", say((files > 0) ? "answer.photos.some" : "answer.photos.none", locale, files), base,
				Step.PHOTOS, locale));
		rows.add(row("person", person(draft, locale), base, Step.PERSON, locale));
		rows.add(row("secrecy", secrecy(draft, locale), base, Step.PERSON, locale));
		return rows;
	}

	private Row row(String question, String answer, String base, Step step, Locale locale) {
		return new Row(say("answer." + question, locale), answer, base + "/" + step.path());
	}

	private String concern(Draft.Concern concern, Locale locale) {
		return Optional.ofNullable(concern.service())
			.flatMap((service) -> this.catalog.summaries(List.of(service)).stream().findFirst())
			.map(ServiceSummary::name)
			.orElseGet(() -> say("concern." + concern.about(), locale));
	}

	private String place(ComplaintPlace place, Locale locale) {
		List<String> parts = new ArrayList<>();
		if (place.address() != null) {
			parts.add(place.address());
		}
		RegionCode code = place.subDistrict();
		if (code != null) {
			this.regions.subDistrict(code)
				.ifPresent((one) -> parts.add(say("answer.place.region", locale, one.name(),
						this.regions.district(code.district()).map((district) -> district.name()).orElse(""))));
		}
		if (place.latitude() != null) {
			parts.add(say("answer.place.point", locale));
		}
		return String.join("\n", parts);
	}

	private String person(Draft draft, Locale locale) {
		Draft.@Nullable Person person = draft.person();
		if (draft.channel() == Channel.COUNTER) {
			return (person != null && person.name() != null) ? person.name() : say("answer.person.unnamed", locale);
		}
		if (this.actor.get().kind() == Actor.Kind.CITIZEN) {
			return say("answer.person.account", locale);
		}
		return (person != null && person.email() != null) ? say("answer.person.email", locale, person.email())
				: say("answer.person.nobody", locale);
	}

	private String secrecy(Draft draft, Locale locale) {
		Draft.@Nullable Person person = draft.person();
		boolean anonymous = person != null && person.anonymous();
		boolean confidential = person != null && person.confidential();
		return name(draft, anonymous, locale) + "\n" + say("answer.confidential." + confidential, locale);
	}

	/** A guest is not asked for a name; hiding it is a choice all the same. */
	private String name(Draft draft, boolean anonymous, Locale locale) {
		boolean guest = draft.channel() != Channel.COUNTER && this.actor.get().kind() != Actor.Kind.CITIZEN;
		return say((guest && !anonymous) ? "answer.anonymous.unnamed" : "answer.anonymous." + anonymous, locale);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage("complaint-filing." + key, arguments, locale);
	}

}
