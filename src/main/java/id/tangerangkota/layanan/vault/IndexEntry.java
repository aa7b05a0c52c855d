package id.tangerangkota.layanan.vault;

import java.util.Arrays;

/**
 * A keyed hash, and the key it was really made with.
 *
 * @param keyId to be stored beside it, so that {@code keys rotate} finds it
 */
public record IndexEntry(String keyId, byte[] value) {

	@Override
	public boolean equals(Object other) {
		return other instanceof IndexEntry entry && this.keyId.equals(entry.keyId)
				&& Arrays.equals(this.value, entry.value);
	}

	@Override
	public int hashCode() {
		return 31 * this.keyId.hashCode() + Arrays.hashCode(this.value);
	}

	@Override
	public String toString() {
		return "IndexEntry[" + this.keyId + "]";
	}

}
