package id.tangerangkota.layanan.complaint.web.open;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicComplaints.Step;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.CityMap;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together the page of a complaint. The number of queries is constant. */
@Component
class ComplaintPages {

	private final PublicComplaints complaints;

	private final CodeNames names;

	private final OpenWords words;

	ComplaintPages(PublicComplaints complaints, CodeNames names, OpenWords words) {
		this.complaints = complaints;
		this.names = names;
		this.words = words;
	}

	ComplaintView view(PublicComplaint complaint, Locale locale) {
		CodeNames.Known known = this.names.of(List.of(complaint));
		AgencyId agency = complaint.agency();
		String agencyCode = (agency != null && known.agencies().containsKey(agency.code())) ? agency.code() : null;
		return new ComplaintView(complaint.ticket().toString(), this.words.subject(complaint, locale),
				complaint.text(locale),
				this.words.say("complaint-open.about", locale,
						this.words.say("complaint-open.kind." + complaint.kind(), locale),
						known.category(complaint.category(), locale)),
				complaint.state(), this.words.state(complaint.state(), locale), complaint.overdue(), agencyCode,
				known.agency(agency), this.words.age(complaint, locale), this.words.time(complaint.updatedAt(), locale),
				this.words.due(complaint, locale), known.service(complaint.service()),
				known.region(complaint.subDistrict()), complaint.address(), map(complaint, known),
				this.complaints.attachments(complaint.id()),
				this.complaints.steps(complaint.id()).stream().map((step) -> step(step, known, locale)).toList(),
				complaint.mergedInto(), this.complaints.merged(complaint.id()), complaint.supporters(),
				complaint.state() == PublicState.WAITING || complaint.state() == PublicState.IN_PROCESS,
				complaint.byPortal());
	}

	/** Whose numbers look like one that was mistyped. */
	List<Near> near(List<PublicComplaint> complaints, Locale locale) {
		return complaints.stream()
			.map((one) -> new Near(one.ticket().toString(), this.words.subject(one, locale), one.byPortal()))
			.toList();
	}

	/** A complaint by its number. */
	record Near(String ticket, String subject, boolean byPortal) {
	}

	private static @Nullable CityMap map(PublicComplaint complaint, CodeNames.Known known) {
		Double latitude = complaint.latitude();
		Double longitude = complaint.longitude();
		return (latitude != null && longitude != null)
				? CityMap.at(known.subDistricts().values(), known.districts().values(), latitude, longitude) : null;
	}

	private ComplaintView.Step step(Step step, CodeNames.Known known, Locale locale) {
		String agency = known.agency(step.agency());
		return new ComplaintView.Step(step.at().truncatedTo(ChronoUnit.SECONDS), this.words.time(step.at(), locale),
				this.words.say(step.key(), locale,
						(agency != null) ? agency : this.words.say("complaint-open.city", locale)),
				step.text(locale), step.attachments());
	}

}
