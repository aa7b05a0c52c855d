package id.tangerangkota.layanan.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.web.PageClock;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A service as the people who keep the catalogue change it. Its texts come from files and
 * imports; what somebody decides about it is a verb here.
 */
@Entity
@Table(schema = "catalog", name = "service")
class Service extends AbstractAggregateRoot<Service> {

	private static final int LONGEST_VERIFIER = 100;

	@Id
	private UUID id;

	private String slug;

	@Enumerated(EnumType.STRING)
	private Lifecycle lifecycle;

	private @Nullable String replacedBy;

	/** Null while it is offered, and where nobody wrote it down. */
	private @Nullable LocalDate endedOn;

	private @Nullable LocalDate lastReviewed;

	/**
	 * Empty once a person decided something: then no source row is the one loaded before.
	 */
	@Column(name = "source_hash")
	private String sourceHash;

	private @Nullable Instant editedAt;

	@OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
	@JoinColumn(name = "service_id")
	private Set<Listing> listings = new LinkedHashSet<>();

	@Version
	private int version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Service() {
	}

	/**
	 * Somebody opened the address of a listing and vouches for it.
	 * @throws IllegalServiceChange if the service has no such listing, no address is
	 * known or nobody is named
	 */
	void verify(Platform platform, String by, LocalDate on, Instant now) {
		if (by.isBlank() || by.length() > LONGEST_VERIFIER || !isPlain(by)) {
			throw new IllegalServiceChange(this.slug,
					"needs to know who verified it, in at most " + LONGEST_VERIFIER + " characters without |");
		}
		Listing listing = this.listings.stream()
			.filter((candidate) -> candidate.isOn(platform))
			.findFirst()
			.orElseThrow(() -> new IllegalServiceChange(this.slug, "has no listing on " + platform));
		if (!listing.verify(by.strip(), on)) {
			throw new IllegalServiceChange(this.slug, "has no address to verify on " + platform);
		}
		this.lastReviewed = on;
		edited(now, new ServiceAddressChanged(new ServiceId(this.id)));
		registerEvent(new ServiceVerified(new ServiceId(this.id), platform));
	}

	/**
	 * Another service does its work now.
	 * @throws IllegalServiceChange if it is retired or would replace itself
	 */
	void replaceBy(String otherSlug, Instant now) {
		if (this.lifecycle == Lifecycle.RETIRED) {
			throw new IllegalServiceChange(this.slug, "cannot go from RETIRED to REPLACED");
		}
		if (otherSlug.equals(this.slug)) {
			throw new IllegalServiceChange(this.slug, "cannot replace itself");
		}
		end(Lifecycle.REPLACED, now);
		this.replacedBy = otherSlug;
		edited(now, new ServiceChanged(new ServiceId(this.id)));
		registerEvent(new ServiceReplaced(new ServiceId(this.id), otherSlug));
	}

	/**
	 * It is closed for good; what replaced it stays known.
	 * @throws IllegalServiceChange if it is retired already
	 */
	void retire(Instant now) {
		if (this.lifecycle == Lifecycle.RETIRED) {
			throw new IllegalServiceChange(this.slug, "cannot go from RETIRED to RETIRED");
		}
		end(Lifecycle.RETIRED, now);
		edited(now, new ServiceRetired(new ServiceId(this.id)));
	}

	/** What was replaced and is closed later ended when it was replaced. */
	private void end(Lifecycle lifecycle, Instant now) {
		if (!this.lifecycle.isOver()) {
			this.endedOn = PageClock.day(now);
		}
		this.lifecycle = lifecycle;
	}

	/** Whether a catalogue file can hold it, which separates values by {@code |}. */
	private static boolean isPlain(String by) {
		return by.chars().noneMatch((c) -> c == '|' || Character.isISOControl(c));
	}

	private void edited(Instant now, Object event) {
		this.sourceHash = "";
		this.editedAt = now;
		registerEvent(event);
	}

	UUID id() {
		return this.id;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Service service && this.id.equals(service.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
