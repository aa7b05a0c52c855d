package id.tangerangkota.layanan.identity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an account knows or has to prove it: a password, kept as a hash, and
 * the secret an app makes codes from, encrypted.
 */
@Embeddable
class Credentials {

	private @Nullable String passwordHash;

	private @Nullable Instant passwordChangedAt;

	private @Nullable String totpSecret;

	private @Nullable Instant totpSince;

	/** Counted up by a statement of its own, so that no code works twice. */
	@Column(insertable = false, updatable = false)
	private long totpLastStep;

	void setPassword(String hash, Instant now) {
		this.passwordHash = hash;
		this.passwordChangedAt = now;
	}

	/** A hash with today's parameters takes the place of an old one. */
	void rehash(String hash) {
		this.passwordHash = hash;
	}

	void addTotp(String sealedSecret, Instant now) {
		this.totpSecret = sealedSecret;
		this.totpSince = now;
	}

	void removeTotp() {
		this.totpSecret = null;
		this.totpSince = null;
	}

	void removeAll() {
		this.passwordHash = null;
		removeTotp();
	}

	/** Null until one was chosen. */
	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	@Nullable Instant passwordChangedAt() {
		return this.passwordChangedAt;
	}

	/** Null without an app. */
	@Nullable String totpSecret() {
		return this.totpSecret;
	}

}
