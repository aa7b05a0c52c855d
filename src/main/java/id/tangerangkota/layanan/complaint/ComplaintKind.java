package id.tangerangkota.layanan.complaint;

/** What people turn to the desk for (PermenPANRB 62/2018 knows the same three). */
public enum ComplaintKind {

	/** Something is wrong: pengaduan. */
	COMPLAINT,

	/** A wish or a proposal: aspirasi. */
	ASPIRATION,

	/** A question: permintaan informasi. */
	INFORMATION;

	public boolean isComplaint() {
		return this == COMPLAINT;
	}

}
