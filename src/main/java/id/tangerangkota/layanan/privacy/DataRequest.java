package id.tangerangkota.layanan.privacy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.privacy.PrivacyAct.Act;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.util.Assert;

/**
 * Somebody demands something about their data. Words arrive here encrypted and leave it
 * so.
 */
@Entity
@Table(schema = "privacy", name = "request")
class DataRequest extends AbstractAggregateRoot<DataRequest> {

	@Id
	private UUID id;

	private UUID accountId;

	@Enumerated(EnumType.STRING)
	private RequestKind kind;

	@Enumerated(EnumType.STRING)
	private RequestState state = RequestState.OPEN;

	private Instant filedAt;

	private Instant dueAt;

	private @Nullable Instant answeredAt;

	private @Nullable UUID handledBy;

	@Enumerated(EnumType.STRING)
	private @Nullable Refusal refusal;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private String[] deeds = {};

	private @Nullable String words;

	private @Nullable String answer;

	private @Nullable String proofNumber;

	private @Nullable String proof;

	/** Null until it is stored, which tells Spring Data that it is new. */
	@Version
	private @Nullable Integer version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected DataRequest() {
	}

	private DataRequest(RequestId id, AccountId account, RequestKind kind, Instant now) {
		this.id = id.value();
		this.accountId = account.value();
		this.kind = kind;
		this.filedAt = now;
		this.dueAt = Countdown.due(now);
	}

	/** Somebody files it in words, for the staff to answer. */
	static DataRequest file(RequestId id, AccountId account, RequestKind kind, String sealedWords, Instant now) {
		DataRequest request = new DataRequest(id, account, kind, now);
		request.words = sealedWords;
		request.registerEvent(PrivacyAct.of(Act.REQUEST_FILED, id,
				Map.of("kind", kind.name(), "account", account.toString(), "by", "WORDS")));
		return request;
	}

	/** Somebody did it themselves on the portal, so that it is done as it is filed. */
	static DataRequest selfServe(RequestId id, AccountId account, RequestKind kind, Collection<Deed> deeds,
			Instant now) {
		DataRequest request = new DataRequest(id, account, kind, now);
		request.registerEvent(PrivacyAct.of(Act.REQUEST_FILED, id,
				Map.of("kind", kind.name(), "account", account.toString(), "by", "SELF")));
		request.settle(RequestState.DONE, null, now);
		request.deeds = names(deeds);
		return request;
	}

	/** The staff did what was demanded. */
	void complete(Collection<Deed> done, String sealedAnswer, AccountId by, Instant now) {
		settle(RequestState.DONE, by, now);
		this.deeds = names(done);
		this.answer = sealedAnswer;
	}

	/** The staff refuse it, for a reason the law names. */
	void refuse(Refusal reason, String sealedAnswer, AccountId by, Instant now) {
		settle(RequestState.REFUSED, by, now);
		this.refusal = reason;
		this.answer = sealedAnswer;
	}

	/**
	 * The person closes the account: what is still open is met by that, and nothing they
	 * or the staff wrote is kept.
	 */
	void forget(Instant now) {
		if (this.state == RequestState.OPEN) {
			settle(RequestState.DONE, null, now);
			this.deeds = names(List.of(Deed.ERASED));
		}
		this.words = null;
		this.answer = null;
	}

	private void settle(RequestState to, @Nullable AccountId by, Instant now) {
		if (!this.state.next().contains(to)) {
			throw new IllegalRequestChange(id(), this.state, to);
		}
		this.state = to;
		this.answeredAt = now;
		this.handledBy = (by != null) ? by.value() : null;
	}

	/** Gets its proof, once it is answered. */
	void certify(ProofNumber number, String text) {
		Assert.state(this.state != RequestState.OPEN && this.proof == null, "One proof for one answer");
		this.proofNumber = number.value();
		this.proof = text;
		String reason = (this.refusal != null) ? this.refusal.name() : "";
		registerEvent(PrivacyAct.of(Act.REQUEST_ANSWERED, id(),
				Map.of("kind", this.kind.name(), "account", this.accountId.toString(), "state", this.state.name(),
						"refusal", reason, "late", String.valueOf(answeredAt().isAfter(this.dueAt)), "proof",
						Proof.sha256(text))));
	}

	private static String[] names(Collection<Deed> deeds) {
		return deeds.stream().map(Deed::name).toArray(String[]::new);
	}

	RequestId id() {
		return new RequestId(this.id);
	}

	AccountId account() {
		return new AccountId(this.accountId);
	}

	RequestKind kind() {
		return this.kind;
	}

	RequestState state() {
		return this.state;
	}

	Instant filedAt() {
		return this.filedAt;
	}

	Instant dueAt() {
		return this.dueAt;
	}

	/**
	 * When it was answered.
	 * @throws IllegalStateException while it is open
	 */
	Instant answeredAt() {
		if (this.answeredAt == null) {
			throw new IllegalStateException("Not answered yet");
		}
		return this.answeredAt;
	}

	@Nullable Refusal refusal() {
		return this.refusal;
	}

	List<Deed> deeds() {
		return Arrays.stream(this.deeds).map(Deed::valueOf).toList();
	}

	@Nullable String words() {
		return this.words;
	}

	@Nullable String answer() {
		return this.answer;
	}

	@Nullable String proof() {
		return this.proof;
	}

	@Nullable ProofNumber proofNumber() {
		return (this.proofNumber != null) ? new ProofNumber(this.proofNumber) : null;
	}

	/** Null where nobody of the staff answered. */
	@Nullable AccountId handledBy() {
		return (this.handledBy != null) ? new AccountId(this.handledBy) : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DataRequest request && this.id.equals(request.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
