package id.tangerangkota.layanan.vault;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Shows who has the key that something was not changed.
 *
 * @param keyId the key it was made with
 */
public record Signature(String keyId, byte[] value) {

	@Override
	public boolean equals(Object other) {
		return other instanceof Signature signature && this.keyId.equals(signature.keyId)
				&& Arrays.equals(this.value, signature.value);
	}

	@Override
	public int hashCode() {
		return 31 * this.keyId.hashCode() + Arrays.hashCode(this.value);
	}

	@Override
	public String toString() {
		return this.keyId + ":" + HexFormat.of().formatHex(this.value);
	}

}
