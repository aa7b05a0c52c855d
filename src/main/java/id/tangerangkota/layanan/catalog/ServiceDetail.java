package id.tangerangkota.layanan.catalog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Everything the public may know of a service. What is null or empty is not known.
 *
 * @param lifeEvents its own and those of its categories
 * @param endedOn the day on which it was retired or replaced, where it was and that is
 * known
 * @param replacedBy what people should use instead
 * @param related other services of the same name or task
 * @param standard the recorded components of its Standar Pelayanan
 */
public record ServiceDetail(ServiceId id, String slug, ServiceKind kind, String name, String summary,
		@Nullable String summaryEn, String description, @Nullable String descriptionEn,
		Confidence descriptionConfidence, @Nullable AgencySummary agency, @Nullable OwnerConfidence ownerConfidence,
		List<Category> categories, Set<LifeEvent> lifeEvents, Set<Audience> audience, List<String> keywords,
		Lifecycle lifecycle, @Nullable LocalDate endedOn, @Nullable ServiceSummary replacedBy,
		List<ServiceSummary> related, @Nullable String regionCode, @Nullable LocalDate lastReviewed,
		@Nullable String tdpseNumber, @Nullable LocalDate tdpseDate, List<ListingSummary> listings,
		Map<StandardComponent, String> standard) {

	/** Share of the 14 components that is recorded, in whole percent. */
	public int standardCompleteness() {
		return percent((component) -> true);
	}

	/** Share of the six public components that is recorded, in whole percent. */
	public int publicStandardCompleteness() {
		return percent(StandardComponent::isPublic);
	}

	private int percent(Predicate<StandardComponent> counted) {
		List<StandardComponent> components = Arrays.stream(StandardComponent.values()).filter(counted).toList();
		return (int) (100 * components.stream().filter(this.standard::containsKey).count() / components.size());
	}

	/**
	 * Whether it is watched at an address that only a source names: whatever is said of
	 * that address must say so.
	 */
	public boolean hasUnverifiedAddress() {
		return this.listings.stream()
			.anyMatch((listing) -> listing.address() != null && listing.verification() == Verification.CITED);
	}

	/** As of a {@link ServiceSummary#hasVerifiedAddress summary}. */
	public boolean hasVerifiedAddress() {
		return this.listings.stream()
			.anyMatch((listing) -> listing.address() != null && listing.verification() == Verification.VERIFIED);
	}

	/** The first listing people may be sent to, null when none is known well enough. */
	public @Nullable ListingSummary destination() {
		return this.listings.stream().filter(ListingSummary::linkable).findFirst().orElse(null);
	}

}
