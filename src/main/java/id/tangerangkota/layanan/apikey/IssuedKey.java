package id.tangerangkota.layanan.apikey;

/**
 * A key that was just made. Nobody can see it again.
 *
 * @param client whose it is
 * @param text the key itself
 */
public record IssuedKey(ApiClientId client, String text) {

	@Override
	public String toString() {
		return "IssuedKey[" + this.client + "]";
	}

}
