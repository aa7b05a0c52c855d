package id.tangerangkota.layanan.vault;

/**
 * A key the database has been used with.
 *
 * @param active whether new values are, or were, made with it
 * @param settled whether no row was left with values of earlier keys
 * @param retired whether its file may be missing
 */
record KnownKey(KeyId id, String fingerprint, boolean active, boolean settled, boolean retired) {

	/** Whether values may be there that were made with it. */
	boolean isNeeded() {
		return this.active && !this.retired;
	}

	boolean is(Key key) {
		return key.id().equals(this.id) && key.fingerprint().equals(this.fingerprint);
	}

}
