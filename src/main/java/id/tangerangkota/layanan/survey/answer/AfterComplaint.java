package id.tangerangkota.layanan.survey.answer;

import java.util.Objects;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.complaint.ComplaintSurvey;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Leads reporters from their complaint to its survey. */
@Component
class AfterComplaint implements ComplaintSurvey {

	private final Invitations invitations;

	private final Instruments instruments;

	private final ComplaintRatings ratings;

	AfterComplaint(Invitations invitations, Instruments instruments, ComplaintRatings ratings) {
		this.invitations = invitations;
		this.instruments = instruments;
		this.ratings = ratings;
	}

	/** What no agency had was decided on by the coordinators. */
	@Override
	public Optional<String> path(ComplaintId complaint, int reopened, @Nullable ServiceId service,
			@Nullable AgencyId agency) {
		boolean asked = this.instruments.open(Instrument.SHORT).isPresent()
				|| (this.instruments.open(Instrument.ERECS).isPresent() && !this.ratings.isRejected(complaint));
		return asked ? Optional.of(this.invitations.afterComplaint(complaint, reopened, service,
				Objects.requireNonNullElse(agency, ComplaintDesk.COORDINATORS))) : Optional.empty();
	}

}
