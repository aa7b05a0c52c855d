package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import org.jspecify.annotations.Nullable;

/**
 * What one person is asked. It is not stored before it is answered: the page holds it,
 * sealed, so that nobody can change it, and its id makes that it counts once however
 * often it is sent.
 *
 * @param service null where it is about an agency alone
 * @param invitation null where nobody was invited
 */
public record Sheet(UUID id, Instant issuedAt, Occasion occasion, @Nullable ServiceId service, @Nullable String agency,
		@Nullable UUID invitation, List<Part> parts) {

	/** The same questions about one of the agency's services. */
	public Sheet about(ServiceId chosen) {
		return new Sheet(this.id, this.issuedAt, this.occasion, chosen, this.agency, this.invitation, this.parts);
	}

	/**
	 * Items of one questionnaire.
	 *
	 * @param positions in the order in which they are asked
	 */
	public record Part(InstrumentVersion version, List<Integer> positions) {
	}

}
