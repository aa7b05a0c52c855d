package id.tangerangkota.layanan.quality.adoption;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.identity.SignInCounts;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Reads what was counted about use, from sums of days alone. */
@Service
public class Adoption {

	private final Regions regions;

	private final SignInCounts signIns;

	private final ServiceComplaints complaints;

	private final ServiceUsage usage;

	private final ServiceCatalog catalog;

	Adoption(Regions regions, SignInCounts signIns, ServiceComplaints complaints, ServiceUsage usage,
			ServiceCatalog catalog) {
		this.regions = regions;
		this.signIns = signIns;
		this.complaints = complaints;
		this.usage = usage;
		this.catalog = catalog;
	}

	/**
	 * Something that is counted by place.
	 *
	 * @param since the first day it was counted, null when it never was
	 * @param total of the city, with what has no place
	 * @param places null when it was not counted in that time: unknown, not zero
	 */
	public record Measure(@Nullable LocalDate since, Count total, @Nullable SafeCounts places) {
	}

	/**
	 * How often people came to a service.
	 *
	 * @param viewed its page in the portal
	 * @param opened from there or from a list to the service itself
	 */
	public record Visits(String slug, String name, long viewed, long opened) {
	}

	/**
	 * Use in a time.
	 *
	 * @param viewed how often the page of any service was shown
	 * @param viewedSince the first day that was counted, null when none was
	 * @param opened how often people went on to any service
	 * @param openedSince the first day that was counted, null when none was
	 */
	public record Use(Period period, List<SubDistrict> subDistricts, List<District> districts, Measure signIns,
			Measure complaints, long viewed, @Nullable LocalDate viewedSince, long opened,
			@Nullable LocalDate openedSince) {
	}

	/**
	 * How the portal was used.
	 * @param period a quarter: people are counted once in each
	 */
	public Use use(Period period) {
		List<SubDistrict> subDistricts = this.regions.subDistricts();
		List<RegionCode> places = subDistricts.stream().map(SubDistrict::code).toList();
		LocalDate from = period.from();
		LocalDate to = period.to();
		return new Use(period, subDistricts, this.regions.districts(),
				measure(this.signIns.since(), period, places, this.signIns.ofQuarter(from)),
				measure(this.complaints.since(), period, places, this.complaints.byPlace(from, to)),
				this.usage.viewed(from, to).values().stream().mapToLong(Long::longValue).sum(),
				this.usage.viewedSince().orElse(null),
				this.usage.opened(from, to).values().stream().mapToLong(Long::longValue).sum(),
				this.usage.countedSince().orElse(null));
	}

	private static Measure measure(Optional<LocalDate> since, Period period, Collection<RegionCode> places,
			PlaceCounts counts) {
		boolean counted = since.filter((day) -> !day.isAfter(period.to())).isPresent();
		return new Measure(since.orElse(null), counts.total(), counted ? SafeCounts.of(places, counts) : null);
	}

	/** How often people came to each service, those they went on to most first. */
	public List<Visits> visits(Period period) {
		Map<ServiceId, Long> opened = this.usage.opened(period.from(), period.to());
		Map<ServiceId, Long> viewed = this.usage.viewed(period.from(), period.to());
		Set<ServiceId> services = new HashSet<>(opened.keySet());
		services.addAll(viewed.keySet());
		return this.catalog.summaries(services)
			.stream()
			.map((service) -> new Visits(service.slug(), service.name(), viewed.getOrDefault(service.id(), 0L),
					opened.getOrDefault(service.id(), 0L)))
			.sorted(Comparator.comparingLong(Visits::opened).thenComparingLong(Visits::viewed).reversed())
			.toList();
	}

}
