package id.tangerangkota.layanan.privacy.breach;

import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A notice about a breach that was sent. */
@Entity
@Table(schema = "privacy", name = "breach_notice")
class BreachNotice {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private Recipient audience;

	private Instant sentAt;

	private String recipients;

	private UUID recordedBy;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected BreachNotice() {
	}

	BreachNotice(UUID id, Recipient audience, Instant sentAt, String sealedRecipients, AccountId by) {
		this.id = id;
		this.audience = audience;
		this.sentAt = sentAt;
		this.recipients = sealedRecipients;
		this.recordedBy = by.value();
	}

	UUID id() {
		return this.id;
	}

	Recipient audience() {
		return this.audience;
	}

	Instant sentAt() {
		return this.sentAt;
	}

	String recipients() {
		return this.recipients;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BreachNotice notice && this.id.equals(notice.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
