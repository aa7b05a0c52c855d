package id.tangerangkota.layanan.complaint.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the cases, each with a statement and an index of its own. */
public enum QueueTab {

	/** Open ones of whoever asks, the most urgent first. */
	MINE("saya"),

	/** With an agency, and of no officer yet. */
	UNASSIGNED("belum-diambil"),

	/** Nobody has verified them. */
	VERIFY("verifikasi"),

	/** A clock runs. */
	RUNNING("berjalan"),

	/** Past their deadline. */
	OVERDUE("terlambat"),

	/** The citizen was asked something; who has to answer soonest comes first. */
	WAITING("menunggu-warga"),

	/** Done, and not confirmed; what closes soonest comes first. */
	RESOLVED("menunggu-konfirmasi"),

	/** All there are, the newest first. */
	ALL("semua");

	private final String code;

	QueueTab(String code) {
		this.code = code;
	}

	/** Of the address. */
	public String code() {
		return this.code;
	}

	/** Of the keys of its texts. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<QueueTab> of(String code) {
		return Arrays.stream(values()).filter((tab) -> tab.code.equals(code)).findFirst();
	}

}
