package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is done with many cases at once.
 *
 * @param kasus values of the boxes that were ticked
 * @param aksi the button
 * @param petugas whom to give them to
 * @param tujuan which agency gets them
 * @param antrean the list they were ticked in
 */
record ManyForm(@Nullable List<String> kasus, @Nullable String aksi, @Nullable String petugas, @Nullable String tujuan,
		@Nullable String antrean) {

	static final String TAKE = "ambil";

	static final String ASSIGN = "tugaskan";

	static final String VERIFY = "verifikasi";

	/** Nothing is ticked yet. */
	static final ManyForm EMPTY = new ManyForm(null, null, null, null, null);

	/** The cases as somebody saw them. */
	List<Shown> cases() {
		return ticked().stream().map(ManyForm::shown).flatMap(Optional::stream).toList();
	}

	private List<String> ticked() {
		return (this.kasus != null) ? this.kasus : List.of();
	}

	private static Optional<Shown> shown(String value) {
		String[] parts = value.split(":");
		try {
			return (parts.length == 2)
					? Optional.of(new Shown(new ComplaintId(UUID.fromString(parts[0])), Integer.parseInt(parts[1])))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** For the page, which comes back with them. */
	public boolean isTicked(String value) {
		return ticked().contains(value);
	}

	String action() {
		return String.valueOf(this.aksi);
	}

	Optional<AccountId> officer() {
		return CaseOfficers.parse(this.petugas);
	}

	Optional<AgencyId> agency() {
		return Optional.ofNullable(this.tujuan).filter(AgencyId::isValid).map(AgencyId::new);
	}

	void check(Errors errors) {
		if (action().equals(ASSIGN) && officer().isEmpty()) {
			errors.rejectValue("petugas", "complaint-desk.bulk.no-officer");
		}
		if (action().equals(VERIFY) && agency().isEmpty()) {
			errors.rejectValue("tujuan", "complaint-desk.bulk.no-agency");
		}
	}

}
