package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What follows when reporters say whether it is solved, wherever they say it. */
@Component
class Verdicts {

	private final Cases cases;

	private final SupportCount support;

	private final WorkingCalendar calendar;

	Verdicts(Cases cases, SupportCount support, WorkingCalendar calendar) {
		this.cases = cases;
		this.support = support;
		this.calendar = calendar;
	}

	/**
	 * "Not solved" reopens it where that is still possible, "solved" closes what waits
	 * for that.
	 * @param solved null where nothing was said
	 * @return whether it was reopened
	 */
	boolean follow(Complaint complaint, @Nullable Boolean solved, Instant now) {
		if (Boolean.FALSE.equals(solved) && complaint.standing().isReopenable(now)) {
			reopen(complaint, null, now);
			return true;
		}
		if (Boolean.TRUE.equals(solved) && complaint.status() == ComplaintStatus.RESOLVED) {
			confirm(complaint, now);
		}
		return false;
	}

	void confirm(Complaint complaint, Instant now) {
		complaint.close(Closing.CONFIRMED_BY_CITIZEN, null, this.calendar, now);
		this.cases.write(complaint, Draft.of(EntryKind.CONFIRMED, Visibility.PUBLIC, Entries.CITIZEN), now);
	}

	void reopen(Complaint complaint, @Nullable String reason, Instant now) {
		ComplaintId master = complaint.mergedInto();
		complaint.reopen(this.cases.master(complaint), this.calendar, now);
		if (master != null) {
			this.cases.save(complaint);
			this.support.recount(master);
		}
		this.cases.write(complaint, Draft.of(EntryKind.REOPENED, Visibility.PUBLIC), now);
		if (reason != null && !reason.isBlank()) {
			this.cases.write(complaint, Draft.of(EntryKind.REPLIED, Visibility.REPORTER).with(reason), now);
		}
	}

}
