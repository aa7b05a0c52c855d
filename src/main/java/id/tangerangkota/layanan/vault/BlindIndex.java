package id.tangerangkota.layanan.vault;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Finds what is encrypted: equal values have equal keyed hashes, and without the key
 * nobody can try values out.
 */
@Component
public class BlindIndex {

	private final KeyRing keys;

	BlindIndex(KeyRing keys) {
		this.keys = keys;
	}

	/**
	 * The hash to store.
	 * @param purpose such as {@code identity.nik}; the same value has another hash for
	 * another purpose
	 */
	public byte[] of(String purpose, String value) {
		return hash(this.keys.active(KeyPurpose.INDEX), purpose, value);
	}

	/**
	 * The hash to store, with its key. Rows that name their key are written with this:
	 * between {@link #of} and {@link #currentKey} a new key may have come.
	 */
	public IndexEntry entry(String purpose, String value) {
		Key key = this.keys.active(KeyPurpose.INDEX);
		return new IndexEntry(key.id().toString(), hash(key, purpose, value));
	}

	/** The hashes to look for: with every key, because rows change one by one. */
	public List<byte[]> candidates(String purpose, String value) {
		return this.keys.all(KeyPurpose.INDEX).stream().map((key) -> hash(key, purpose, value)).toList();
	}

	/** The id of the key that hashes to store are made with. */
	public String currentKey() {
		return this.keys.active(KeyPurpose.INDEX).id().toString();
	}

	private static byte[] hash(Key key, String purpose, String value) {
		return key.mac(Parts.of(purpose), Parts.of(value));
	}

}
