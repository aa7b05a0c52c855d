package id.tangerangkota.layanan.catalog;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "catalog", name = "listing")
class Listing {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private Platform platform;

	private @Nullable String address;

	@Enumerated(EnumType.STRING)
	private Verification verification;

	private @Nullable LocalDate verifiedOn;

	private @Nullable String verifiedBy;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Listing() {
	}

	boolean isOn(Platform platform) {
		return this.platform == platform;
	}

	/** Whether there was an address to vouch for. */
	boolean verify(String by, LocalDate on) {
		if (this.address == null) {
			return false;
		}
		this.verification = Verification.VERIFIED;
		this.verifiedBy = by;
		this.verifiedOn = on;
		return true;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Listing listing && this.id.equals(listing.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
