package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import id.tangerangkota.layanan.web.Choice;

import org.springframework.stereotype.Component;

/** The agencies cases can be handed to, to choose from. */
@Component
class ReceivingAgencies {

	private final CaseOfficers officers;

	private final DeskWords words;

	ReceivingAgencies(CaseOfficers officers, DeskWords words) {
		this.officers = officers;
		this.words = words;
	}

	/** Of one without officers nobody but its head is told. */
	Stream<Choice> options(QueuePages.Names names, Locale locale) {
		Set<String> staffed = this.officers.agencies();
		return names.agencies().values().stream().map((agency) -> {
			String name = names.english() ? agency.nameEn() : agency.name();
			boolean anybody = staffed.contains(agency.code());
			return new Choice(agency.code(),
					anybody ? name : this.words.say("complaint-desk.agency.unstaffed", locale, name));
		});
	}

}
