package id.tangerangkota.layanan.complaint;

import java.util.Locale;

/** What citizens see of the way of a complaint, in the words of the city's own apps. */
public enum PublicState {

	/** Menunggu. */
	WAITING,

	/** Diproses. */
	IN_PROCESS,

	/** Selesai. */
	DONE,

	/** Tidak ditindaklanjuti. */
	REJECTED,

	/** Digabung. */
	MERGED,

	/** Dialihkan. */
	REFERRED;

	/** As addresses and keys of texts write it, such as {@code in-process}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
