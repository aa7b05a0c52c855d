package id.tangerangkota.layanan.vault;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a key, such as {@code data-2}; the higher number is the newer one. */
record KeyId(KeyPurpose purpose, int number) implements Comparable<KeyId> {

	private static final Pattern FORM = Pattern.compile("([a-z]{4,9})-([1-9][0-9]{0,5})");

	private static final Comparator<KeyId> NEWEST_FIRST = Comparator.comparing(KeyId::purpose)
		.thenComparing(KeyId::number, Comparator.reverseOrder());

	/** Reads what {@link #toString()} wrote, nothing from any other text. */
	static Optional<KeyId> find(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches() ? KeyPurpose.find(matcher.group(1))
			.map((purpose) -> new KeyId(purpose, Integer.parseInt(matcher.group(2)))) : Optional.empty();
	}

	boolean isNewerThan(KeyId other) {
		return this.purpose == other.purpose && this.number > other.number;
	}

	/** By purpose, the newest first. */
	@Override
	public int compareTo(KeyId other) {
		return NEWEST_FIRST.compare(this, other);
	}

	@Override
	public String toString() {
		return this.purpose + "-" + this.number;
	}

}
