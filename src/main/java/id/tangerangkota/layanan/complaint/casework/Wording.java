package id.tangerangkota.layanan.complaint.casework;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * {@link CaseWords} as they are stored: open, or sealed where not everybody may read
 * them.
 *
 * @param sealed null where they stand open; then subject and body are there
 */
@Embeddable
record Wording(@Nullable String subject, @Nullable String body, @Nullable String sealed, @Nullable String address,
		@Nullable Double latitude, @Nullable Double longitude) {

	static Wording open(CaseWords words) {
		return new Wording(words.subject(), words.text(), null, words.address(), words.latitude(), words.longitude());
	}

	static Wording sealed(String words) {
		return new Wording(null, null, words, null, null, null);
	}

	boolean isSealed() {
		return this.sealed != null;
	}

	/** Only where they stand open. */
	CaseWords opened() {
		return new CaseWords(Objects.requireNonNull(this.subject), Objects.requireNonNull(this.body), this.address,
				this.latitude, this.longitude);
	}

	/** Nothing of what was written. */
	@Override
	public String toString() {
		return "Wording";
	}

}
