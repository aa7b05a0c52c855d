package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who reported a complaint and the code that opens it, as they are sealed together.
 *
 * @param account null without one, and after it was closed
 */
public record CaseReporter(@Nullable AccountId account, @Nullable String name, @Nullable String email,
		@Nullable String phone, Language language, TrackingCode code) {

	static CaseReporter of(Reporter reporter, TrackingCode code) {
		return new CaseReporter(reporter.account(), reporter.name(), reporter.email(), reporter.phone(),
				reporter.language(), code);
	}

	/** Who it is, without the code. */
	public Reporter reporter() {
		return new Reporter(this.account, this.name, this.email, this.phone, this.language);
	}

	/** Whether it can be told who it is; the staff never see the address. */
	boolean isSomebody() {
		return this.account != null || this.name != null || this.phone != null;
	}

	/** Without anything about the person; the code still opens the complaint. */
	CaseReporter withoutPerson() {
		return new CaseReporter(null, null, null, null, this.language, this.code);
	}

	/** Without an address to write to. */
	CaseReporter withoutEmail() {
		return new CaseReporter(this.account, this.name, null, this.phone, this.language, this.code);
	}

	/** Nothing of it. */
	@Override
	public String toString() {
		return "CaseReporter";
	}

}
