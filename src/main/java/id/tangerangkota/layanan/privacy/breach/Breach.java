package id.tangerangkota.layanan.privacy.breach;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.privacy.Countdown;
import id.tangerangkota.layanan.privacy.PrivacyAct;
import id.tangerangkota.layanan.privacy.PrivacyAct.Act;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/** A failure to protect personal data. Words arrive here encrypted and leave it so. */
@Entity
@Table(schema = "privacy", name = "breach")
class Breach extends AbstractAggregateRoot<Breach> {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private BreachState state = BreachState.OPEN;

	private Instant noticedAt;

	private Instant dueAt;

	private Instant recordedAt;

	private UUID recordedBy;

	private @Nullable Integer people;

	private String facts;

	private @Nullable String closing;

	private @Nullable Instant closedAt;

	@OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@JoinColumn(name = "breach_id", nullable = false, updatable = false)
	@OrderBy("sentAt, id")
	private Set<BreachNotice> notices = new LinkedHashSet<>();

	/** Null until it is stored, which tells Spring Data that it is new. */
	@Version
	private @Nullable Integer version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Breach() {
	}

	/**
	 * Somebody of the staff records it.
	 * @param noticedAt when it was noticed: from then the clock runs, not from now
	 */
	Breach(BreachId id, Instant noticedAt, @Nullable Integer people, String sealedFacts, AccountId by, Instant now) {
		this.id = id.value();
		this.noticedAt = noticedAt;
		this.dueAt = Countdown.due(noticedAt);
		this.people = people;
		this.facts = sealedFacts;
		this.recordedBy = by.value();
		this.recordedAt = now;
		act(Act.BREACH_RECORDED, Map.of("noticed", noticedAt.toString()));
	}

	/** More is known, or something else. When it was noticed stays. */
	void amend(@Nullable Integer newPeople, String sealedFacts) {
		if (!this.state.isRunning()) {
			throw new IllegalBreachChange(id(), this.state, "be amended");
		}
		this.people = newPeople;
		this.facts = sealedFacts;
		act(Act.BREACH_AMENDED, Map.of());
	}

	/** A notice was sent. Once people and agency have theirs, the clock stops. */
	void notify(BreachNotice notice) {
		if (!this.state.isRunning()) {
			throw new IllegalBreachChange(id(), this.state, "have notices sent");
		}
		this.notices.add(notice);
		act(Act.BREACH_NOTIFIED, Map.of("audience", notice.audience().name(), "sent", notice.sentAt().toString()));
		if (this.state == BreachState.OPEN && isTold(Recipient.PEOPLE) && isTold(Recipient.AGENCY)) {
			go(BreachState.NOTIFIED, "be told of");
		}
	}

	private boolean isTold(Recipient audience) {
		return this.notices.stream().anyMatch((notice) -> notice.audience() == audience);
	}

	/** It is handled and everything runs again. */
	void close(String sealedWords, Instant now) {
		go(BreachState.CLOSED, "be closed");
		end(sealedWords, now);
		act(Act.BREACH_CLOSED, Map.of());
	}

	/** It turned out that no personal data were concerned. */
	void dismiss(String sealedWords, Instant now) {
		go(BreachState.DISMISSED, "be dismissed");
		end(sealedWords, now);
		act(Act.BREACH_DISMISSED, Map.of());
	}

	private void end(String sealedWords, Instant now) {
		this.closing = sealedWords;
		this.closedAt = now;
	}

	private void go(BreachState to, String verb) {
		if (!this.state.next().contains(to)) {
			throw new IllegalBreachChange(id(), this.state, verb);
		}
		this.state = to;
	}

	private void act(Act act, Map<String, String> details) {
		registerEvent(PrivacyAct.ofBreach(act, this.id.toString(), details));
	}

	BreachId id() {
		return new BreachId(this.id);
	}

	BreachState state() {
		return this.state;
	}

	Instant noticedAt() {
		return this.noticedAt;
	}

	Instant dueAt() {
		return this.dueAt;
	}

	Instant recordedAt() {
		return this.recordedAt;
	}

	/** Null while nobody knows. */
	@Nullable Integer people() {
		return this.people;
	}

	String facts() {
		return this.facts;
	}

	@Nullable String closing() {
		return this.closing;
	}

	@Nullable Instant closedAt() {
		return this.closedAt;
	}

	/** In the order in which they were sent. */
	List<BreachNotice> notices() {
		return List.copyOf(this.notices);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Breach breach && this.id.equals(breach.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
