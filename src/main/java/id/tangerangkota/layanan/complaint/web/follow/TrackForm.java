package id.tangerangkota.layanan.complaint.web.follow;

import java.util.Optional;

import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.open.TypedTicket;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** What stands on a receipt, as typed. */
record TrackForm(@Nullable String nomor, @Nullable String kodelacak) {

	private static final int LONGEST = 100;

	/** Only what can be told without looking anything up. */
	void check(Errors errors) {
		if (!StringUtils.hasText(this.nomor)) {
			errors.rejectValue("nomor", "complaint-follow.error.number.missing");
		}
		else if (ticket().isEmpty()) {
			errors.rejectValue("nomor", (this.nomor.length() <= LONGEST && TypedTicket.of(this.nomor).looksRight())
					? "complaint-follow.error.number.digit" : "complaint-follow.error.number.form");
		}
		if (!StringUtils.hasText(this.kodelacak)) {
			errors.rejectValue("kodelacak", "complaint-follow.error.code.missing");
		}
		else if (code().isEmpty()) {
			errors.rejectValue("kodelacak", "complaint-follow.error.code.form");
		}
	}

	Optional<TicketNumber> ticket() {
		return Optional.ofNullable(this.nomor)
			.filter((typed) -> typed.length() <= LONGEST)
			.flatMap((typed) -> TypedTicket.of(typed).number());
	}

	Optional<TrackingCode> code() {
		return Optional.ofNullable(this.kodelacak)
			.filter((typed) -> typed.length() <= LONGEST)
			.flatMap(TrackingCode::parse);
	}

	/** Not the code: it must not get into a log. */
	@Override
	public String toString() {
		return "TrackForm";
	}

}
