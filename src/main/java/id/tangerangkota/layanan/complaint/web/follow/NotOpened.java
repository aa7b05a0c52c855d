package id.tangerangkota.layanan.complaint.web.follow;

/** Nobody has shown that the report is theirs, or the session is over. */
class NotOpened extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotOpened() {
		super(null, null, false, false);
	}

}
