package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.Instant;

import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what reporters say in the survey. */
@Service
class RatingDesk implements ComplaintRatings {

	private final ComplaintRepository complaints;

	private final Cases cases;

	private final Verdicts verdicts;

	private final Clock clock;

	RatingDesk(ComplaintRepository complaints, Cases cases, Verdicts verdicts, Clock clock) {
		this.complaints = complaints;
		this.cases = cases;
		this.verdicts = verdicts;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Outcome rate(ComplaintId id, @Nullable Integer rating, @Nullable Boolean reallySolved) {
		Complaint complaint = this.complaints.lock(id.value()).orElse(null);
		if (complaint == null || this.cases.isByStaff() || !complaint.isToJudge(this.cases.master(complaint))) {
			return Outcome.NOT_OVER;
		}
		Instant now = this.clock.instant();
		complaint.judge(rating, reallySolved, now);
		boolean reopened = this.verdicts.follow(complaint, reallySolved, now);
		this.cases.save(complaint);
		if (reopened) {
			return Outcome.REOPENED;
		}
		return Boolean.FALSE.equals(reallySolved) ? Outcome.TOO_LATE : Outcome.TAKEN;
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isConfirmed(ComplaintId id) {
		return this.complaints.findById(id.value()).filter(Complaint::isConfirmedByCitizen).isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isRejected(ComplaintId id) {
		return this.complaints.findById(id.value())
			.filter((found) -> found.isRejected(this.cases.master(found)))
			.isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isSealed(ComplaintId id) {
		return this.complaints.findById(id.value()).filter((found) -> !found.secrecy().isSealing()).isEmpty();
	}

}
