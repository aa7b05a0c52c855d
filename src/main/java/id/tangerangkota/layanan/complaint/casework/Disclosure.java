package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.complaint.ComplaintCategory;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * What of a complaint is kept from whom: what was written, who wrote it, and all of it.
 */
@Embeddable
class Disclosure {

	@Embedded
	private Secrecy secrecy;

	@Embedded
	private Wording wording;

	private @Nullable Instant publishedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Disclosure() {
	}

	/** As it turned out to be. */
	void under(ComplaintCategory category, boolean aboutConduct) {
		this.secrecy = this.secrecy.under(category, aboutConduct);
	}

	/** The name is hidden from now on. */
	void hideName() {
		this.secrecy = this.secrecy.withoutName();
	}

	/** Words were taken out, or it is secret from now on, or no more. */
	void reword(Wording words) {
		this.wording = words;
		if (words.isSealed()) {
			this.publishedAt = null;
		}
	}

	/**
	 * Shows it to everybody.
	 * @return whether it was shown to few until now; what is sealed never is
	 */
	boolean publish(Instant now) {
		if (isSealed() || isPublished()) {
			return false;
		}
		this.publishedAt = now;
		return true;
	}

	/**
	 * Shows it to nobody but those concerned.
	 * @return whether it was shown to everybody until now
	 */
	boolean hide() {
		boolean shown = isPublished();
		this.publishedAt = null;
		return shown;
	}

	boolean isSealed() {
		return this.wording.isSealed();
	}

	boolean isPublished() {
		return this.publishedAt != null;
	}

	Wording wording() {
		return this.wording;
	}

	Secrecy secrecy() {
		return this.secrecy;
	}

}
