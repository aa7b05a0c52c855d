package id.tangerangkota.layanan.complaint.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What is known about a case, as pairs. */
@Component
class CaseFacts {

	private final OutageFollowers followers;

	private final DeskWords words;

	CaseFacts(OutageFollowers followers, DeskWords words) {
		this.followers = followers;
		this.words = words;
	}

	/** Something known about it. */
	record Fact(String label, String value, @Nullable String href) {

		Fact(String label, String value) {
			this(label, value, null);
		}

	}

	List<Fact> of(CaseFile file, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		CaseLine line = file.line();
		List<Fact> facts = new ArrayList<>();
		facts.add(fact("kind", this.words.say("complaint-desk.kind." + line.kind(), locale), locale));
		facts.add(fact("category", names.category(line.category()), locale));
		AgencyId agency = line.agency();
		facts.add(fact("agency",
				(agency != null) ? names.fullAgency(agency) : this.words.say("complaint-desk.agency.none", locale),
				locale));
		facts.add(fact("officer", (line.officer() != null) ? this.words.person(line.officer(), people, locale)
				: this.words.say("complaint-desk.officer.none", locale), locale));
		facts.add(fact("received", this.words.time(line.receivedAt(), locale) + ", "
				+ this.words.say("complaint-desk.channel." + file.channel(), locale), locale));
		facts.add(fact("readers",
				this.words.say(
						line.supervisory() ? "complaint-desk.readers.supervisory"
								: line.confidential() ? "complaint-desk.readers.confidential" : file.published()
										? "complaint-desk.readers.everybody" : "complaint-desk.readers.not-yet",
						locale),
				locale));
		facts.add(fact("reporter",
				this.words.say((file.channel() == Channel.OUTAGE) ? "complaint-desk.reporter.portal"
						: line.anonymous() ? "complaint-desk.reporter.anonymous" : "complaint-desk.reporter.masked",
						locale),
				locale));
		OutageId outage = file.outage();
		if (outage != null) {
			facts.add(fact("affected", this.words.say("availability.affected.taps", locale,
					this.followers.affected(List.of(outage)).getOrDefault(outage, 0)), locale));
		}
		if (file.resolvedBy() != null) {
			facts.add(fact("decided-by", this.words.person(file.resolvedBy(), people, locale), locale));
		}
		if (!file.barred().isEmpty()) {
			facts.add(fact("barred",
					file.barred()
						.stream()
						.map((one) -> this.words.person(one, people, locale))
						.collect(Collectors.joining(", ")),
					locale));
		}
		if (file.rejection() != null) {
			facts
				.add(fact("rejection", this.words.say("complaint-desk.rejection." + file.rejection(), locale), locale));
		}
		if (file.referredTo() != null) {
			facts.add(fact("referred", this.words.say("complaint-desk.referral." + file.referredTo(), locale), locale));
		}
		TicketNumber into = file.mergedInto();
		if (into != null) {
			facts.add(new Fact(this.words.say("complaint-desk.fact.merged", locale), into.toString(),
					CaseQueueController.PATH + "/" + into));
		}
		if (file.closing() != null) {
			facts.add(fact("closing", this.words.say("complaint-desk.closing." + file.closing(), locale), locale));
		}
		if (file.rating() != null) {
			facts.add(fact("rating",
					this.words.say(Boolean.TRUE.equals(file.solved()) ? "complaint-desk.rating.solved"
							: Boolean.FALSE.equals(file.solved()) ? "complaint-desk.rating.not-solved"
									: "complaint-desk.rating.only",
							locale, file.rating()),
					locale));
		}
		return facts;
	}

	private Fact fact(String key, String value, Locale locale) {
		return new Fact(this.words.say("complaint-desk.fact." + key, locale), value);
	}

	Fact place(ComplaintPlace place, QueuePages.Names names, Locale locale) {
		List<String> parts = new ArrayList<>();
		if (place.address() != null) {
			parts.add(place.address());
		}
		String name = names.place(place.subDistrict());
		if (name != null) {
			parts.add(this.words.say("complaint-desk.place.sub-district", locale, name));
		}
		return fact("place",
				parts.isEmpty() ? this.words.say("complaint-desk.place.point", locale) : String.join(", ", parts),
				locale);
	}

	/** To be copied into any map. */
	static @Nullable String point(@Nullable ComplaintPlace place) {
		if (place == null || place.latitude() == null) {
			return null;
		}
		return String.format(Locale.ROOT, "%.6f, %.6f", place.latitude(), place.longitude());
	}

}
