package id.tangerangkota.layanan.survey.result;

import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;
import id.tangerangkota.layanan.survey.SkmPeriod;

/** Somebody wrote down, changed, finished or withdrew what is done about a weak part. */
record FollowUpAct(UUID followUp, SkmPeriod period, String part, Act act) implements AuditableEvent {

	/** What can happen. */
	enum Act {

		PLANNED, CHANGED, DONE, WITHDRAWN

	}

	@Override
	public String action() {
		return switch (this.act) {
			case PLANNED -> "survey.follow-up-planned";
			case CHANGED -> "survey.follow-up-changed";
			case DONE -> "survey.follow-up-done";
			case WITHDRAWN -> "survey.follow-up-withdrawn";
		};
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("follow-up", this.followUp.toString());
	}

	@Override
	public Map<String, String> details() {
		return Map.of("period", this.period.toString(), "part", this.part);
	}

}
