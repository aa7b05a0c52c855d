package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.incident.IncidentAct.Act;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * What the staff do about an incident. It is opened, joined by services and closed by
 * what checks find, for many services at once; that is SQL and stands in
 * {@link IncidentRows}.
 */
@Entity
@Table(schema = "availability", name = "incident")
class Incident extends AbstractAggregateRoot<Incident> {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private IncidentKind kind;

	@Enumerated(EnumType.STRING)
	private IncidentStatus status = IncidentStatus.INVESTIGATING;

	private String resource;

	private Instant startedAt;

	private Instant openedAt;

	private @Nullable Instant endedAt;

	private @Nullable Instant acknowledgedAt;

	private @Nullable UUID acknowledgedBy;

	private @Nullable Instant joinedAt;

	private @Nullable String postMortem;

	private @Nullable Instant postMortemAt;

	/** Null until it is stored, which tells Spring Data that it is new. */
	@Version
	private @Nullable Integer version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Incident() {
	}

	Incident(IncidentId id, IncidentKind kind, String resource, Instant startedAt, Instant now) {
		this.id = id.value();
		this.kind = kind;
		this.resource = resource;
		this.startedAt = startedAt;
		this.openedAt = now;
	}

	/**
	 * Somebody takes care of it, and of what has joined since; the first who does counts.
	 */
	void acknowledge(AccountId by, Instant now) {
		requireOpen("be acknowledged");
		if (this.acknowledgedAt == null) {
			this.acknowledgedAt = now;
			this.acknowledgedBy = by.value();
		}
		this.joinedAt = null;
		act(Act.INCIDENT_ACKNOWLEDGED, Map.of());
	}

	/** The work stands elsewhere, or there is news. */
	void update(IncidentStatus to) {
		requireOpen("become " + to);
		if (!to.isOpen() || (to != this.status && !this.status.next().contains(to))) {
			throw new IllegalIncidentChange(id(), this.status, "become " + to);
		}
		this.status = to;
		act(Act.INCIDENT_UPDATED, Map.of("status", to.name()));
	}

	/**
	 * Somebody says that it is over.
	 * @param confirmedDown whether checks still find one of its services down
	 */
	void resolve(boolean confirmedDown, Instant now) {
		if (this.kind == IncidentKind.CERTIFICATE) {
			throw new IllegalIncidentChange(id(), this.status, "be resolved by anything but a new certificate");
		}
		if (confirmedDown) {
			throw new IllegalIncidentChange(id(), this.status, "be resolved while a service is down");
		}
		end(IncidentStatus.RESOLVED, "be resolved", now);
		act(Act.INCIDENT_RESOLVED, Map.of());
	}

	/** What people said is true: from now on everybody may see it. */
	void confirm() {
		requireSuspected("be confirmed");
		this.kind = IncidentKind.OUTAGE;
		this.status = IncidentStatus.IDENTIFIED;
		act(Act.SUSPICION_CONFIRMED, Map.of());
	}

	/** There was nothing. */
	void dismiss(Instant now) {
		requireSuspected("be dismissed");
		end(IncidentStatus.DISMISSED, "be dismissed", now);
		act(Act.SUSPICION_DISMISSED, Map.of());
	}

	/**
	 * Writes down what was learned, again if there is more.
	 * @return what stood there before, null when there was nothing
	 */
	@Nullable String writePostMortem(String text, Instant now) {
		if (this.kind != IncidentKind.OUTAGE) {
			throw new IllegalIncidentChange(id(), this.status, "have a post-mortem, being no outage");
		}
		String before = this.postMortem;
		this.postMortem = text;
		this.postMortemAt = now;
		act(Act.POST_MORTEM_WRITTEN, Map.of());
		return before;
	}

	/** The text of an entry was edited. */
	void edited(UUID entry) {
		act(Act.INCIDENT_ENTRY_EDITED, Map.of("entry", entry.toString()));
	}

	private void requireOpen(String verb) {
		if (!this.status.isOpen()) {
			throw new IllegalIncidentChange(id(), this.status, verb);
		}
	}

	private void requireSuspected(String verb) {
		requireOpen(verb);
		if (this.kind != IncidentKind.SUSPECTED) {
			throw new IllegalIncidentChange(id(), this.status, verb + ", being no suspicion");
		}
	}

	private void end(IncidentStatus to, String verb, Instant now) {
		if (!this.status.next().contains(to)) {
			throw new IllegalIncidentChange(id(), this.status, verb);
		}
		this.status = to;
		this.endedAt = now.isBefore(this.startedAt) ? this.startedAt : now;
	}

	private void act(Act act, Map<String, String> details) {
		registerEvent(IncidentAct.of(act, id(), details));
	}

	IncidentId id() {
		return new IncidentId(this.id);
	}

	IncidentKind kind() {
		return this.kind;
	}

	IncidentStatus status() {
		return this.status;
	}

	@Nullable Instant endedAt() {
		return this.endedAt;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Incident incident && this.id.equals(incident.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
