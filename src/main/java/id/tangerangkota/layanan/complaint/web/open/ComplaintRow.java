package id.tangerangkota.layanan.complaint.web.open;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicState;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in a list.
 *
 * @param about what and where
 * @param age since when the city knows it
 * @param due until when it was promised, null when nothing is any more
 */
record ComplaintRow(String ticket, String subject, String about, PublicState state, String stateText, boolean overdue,
		@Nullable String agency, String age, @Nullable String due, int supporters, int photos, boolean byPortal) {

	static List<ComplaintRow> of(List<PublicComplaint> complaints, CodeNames.Known names, OpenWords words,
			Locale locale) {
		return complaints.stream().map((complaint) -> of(complaint, names, words, locale)).toList();
	}

	static ComplaintRow of(PublicComplaint complaint, CodeNames.Known names, OpenWords words, Locale locale) {
		ServiceSummary service = names.service(complaint.service());
		String about = Stream
			.of(names.category(complaint.category(), locale), (service != null) ? service.name() : null,
					names.region(complaint.subDistrict()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" · "));
		return new ComplaintRow(complaint.ticket().toString(), words.subject(complaint, locale), about,
				complaint.state(), words.state(complaint.state(), locale), complaint.overdue(),
				names.agency(complaint.agency()), words.age(complaint, locale), words.due(complaint, locale),
				complaint.supporters(), complaint.photos(), complaint.byPortal());
	}

}
