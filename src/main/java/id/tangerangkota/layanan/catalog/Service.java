package id.tangerangkota.layanan.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

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

	@Id
	private UUID id;

	private String slug;

	@Enumerated(EnumType.STRING)
	private Lifecycle lifecycle;

	private @Nullable String replacedBy;

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
	 * @throws IllegalServiceChange if the service has no such listing or no address is
	 * known
	 */
	void verify(Platform platform, String by, LocalDate on, Instant now) {
		Listing listing = this.listings.stream()
			.filter((candidate) -> candidate.isOn(platform))
			.findFirst()
			.orElseThrow(() -> new IllegalServiceChange(this.slug, "has no listing on " + platform));
		if (!listing.verify(by, on)) {
			throw new IllegalServiceChange(this.slug, "has no address to verify on " + platform);
		}
		this.lastReviewed = on;
		edited(now, new ServiceAddressChanged(new ServiceId(this.id)));
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
		this.lifecycle = Lifecycle.REPLACED;
		this.replacedBy = otherSlug;
		edited(now, new ServiceChanged(new ServiceId(this.id)));
	}

	/**
	 * It is closed for good; what replaced it stays known.
	 * @throws IllegalServiceChange if it is retired already
	 */
	void retire(Instant now) {
		if (this.lifecycle == Lifecycle.RETIRED) {
			throw new IllegalServiceChange(this.slug, "cannot go from RETIRED to RETIRED");
		}
		this.lifecycle = Lifecycle.RETIRED;
		edited(now, new ServiceRetired(new ServiceId(this.id)));
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
