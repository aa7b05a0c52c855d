package id.tangerangkota.layanan.complaint.web.desk;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What happened to a case, with the photos that show it. */
@Component
class CaseTimeline {

	private final DeskWords words;

	CaseTimeline(DeskWords words) {
		this.words = words;
	}

	/**
	 * Something that happened.
	 *
	 * @param machine for {@code <time>}
	 * @param link ticket of another case it names
	 * @param redactable whether words can be taken out of it
	 * @param fresh whether it happened after the page was opened
	 */
	record Step(String id, String label, String time, String machine, String who, @Nullable String text,
			Visibility visibility, String readers, List<Photo> photos, @Nullable String link, boolean redactable,
			boolean fresh) {
	}

	/** A photo, or a document to download. */
	record Photo(String id, boolean picture, String label) {
	}

	Step step(CaseFile.Step step, long seen, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		String code = step.code();
		boolean ticket = code != null && TicketNumber.parse(code).isPresent() && code.startsWith("LKS");
		String words = (code != null) ? code(step.kind(), code, names, people, locale) : "";
		return new Step(step.id().toString(), this.words.say("complaint-desk.entry." + step.kind(), locale, words),
				this.words.time(step.at(), locale), step.at().truncatedTo(ChronoUnit.SECONDS).toString(),
				who(step, names, people, locale), BothLanguages.in(locale, step.kind(), step.text()), step.visibility(),
				this.words.say("complaint-desk.visibility." + step.visibility(), locale), photos(step.photos(), locale),
				ticket ? code : null, step.text() != null, step.seq() > seen);
	}

	private String code(String kind, String code, QueuePages.Names names, Map<AccountId, String> people,
			Locale locale) {
		return switch (kind) {
			case "VERIFIED", "FORWARDED" -> AgencyId.isValid(code) ? names.fullAgency(new AgencyId(code)) : code;
			case "ASSIGNED" ->
				CaseOfficers.parse(code).map((account) -> this.words.person(account, people, locale)).orElse(code);
			case "REJECTED" -> this.words.say("complaint-desk.rejection." + code, locale);
			case "REFERRED" -> this.words.say("complaint-desk.referral." + code, locale);
			default -> code;
		};
	}

	private String who(CaseFile.Step step, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		AccountId author = step.author();
		if (author == null) {
			return this.words.say(
					"CITIZEN".equals(step.role()) ? "complaint-desk.who.citizen" : "complaint-desk.who.portal", locale);
		}
		AgencyId agency = step.agency();
		return (agency != null) ? this.words.say("complaint-desk.who.agency", locale,
				this.words.person(author, people, locale), names.agency(agency))
				: this.words.person(author, people, locale);
	}

	List<Photo> photos(Collection<StoredAttachment> stored, Locale locale) {
		List<Photo> photos = new ArrayList<>();
		for (StoredAttachment attachment : stored) {
			boolean picture = attachment.isPhoto();
			photos.add(new Photo(attachment.id().toString(), picture,
					this.words.say(picture ? "complaint-desk.photo" : "complaint-desk.document", locale,
							photos.size() + 1, stored.size())));
		}
		return photos;
	}

	List<Photo> after(CaseFile file, Locale locale) {
		return photos(file.steps()
			.reversed()
			.stream()
			.filter((step) -> step.kind().equals("RESOLVED") && !step.photos().isEmpty())
			.findFirst()
			.map(CaseFile.Step::photos)
			.orElse(List.of()), locale);
	}

}
