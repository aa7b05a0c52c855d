package id.tangerangkota.layanan.privacy;

/** What somebody demands (UU 27/2022, articles 5 to 13). */
public enum RequestKind {

	/** To see or get what is held (article 7). */
	ACCESS,

	/** To have something corrected or brought up to date (article 6). */
	CORRECTION,

	/** That data are not used for a while, or only for some things (article 11). */
	RESTRICTION,

	/** That a consent counts no more (article 9). */
	CONSENT_WITHDRAWAL,

	/** That data are deleted (article 8). */
	ERASURE,

	/** Anything else, in words. */
	OTHER;

	/** Whether somebody files it in words; a consent is withdrawn by a button. */
	public boolean isFiledInWords() {
		return this != CONSENT_WITHDRAWAL;
	}

}
