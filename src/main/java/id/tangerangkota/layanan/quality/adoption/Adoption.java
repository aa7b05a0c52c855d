package id.tangerangkota.layanan.quality.adoption;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.identity.SignInCounts;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.region.District;
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
	public record Measure(@Nullable LocalDate since, long total, @Nullable SafeCounts places) {

		/** Without a place that could be told. */
		public long elsewhere() {
			return (this.places != null) ? this.total - this.places.total() : this.total;
		}

	}

	/** How often people went on to a service. */
	public record Visits(String slug, String name, long opened) {
	}

	/**
	 * Use in a time.
	 *
	 * @param opened how often people went on to any service
	 * @param openedSince the first day that was counted, null when none was
	 */
	public record Use(Period period, List<SubDistrict> subDistricts, List<District> districts, Measure signIns,
			Measure complaints, long opened, @Nullable LocalDate openedSince) {
	}

	/** How the portal was used. */
	public Use use(Period period) {
		List<SubDistrict> subDistricts = this.regions.subDistricts();
		List<RegionCode> places = subDistricts.stream().map(SubDistrict::code).toList();
		LocalDate from = period.from();
		LocalDate to = period.to();
		return new Use(period, subDistricts, this.regions.districts(),
				measure(this.signIns.since(), period, places, this.signIns.bySubDistrict(from, to),
						this.signIns.total(from, to)),
				measure(this.complaints.since(), period, places, this.complaints.receivedBySubDistrict(from, to),
						this.complaints.total(from, to)),
				this.usage.opened(from, to).values().stream().mapToLong(Long::longValue).sum(),
				this.usage.countedSince().orElse(null));
	}

	private static Measure measure(Optional<LocalDate> since, Period period, Collection<RegionCode> places,
			Map<RegionCode, Long> counts, long total) {
		boolean counted = since.filter((day) -> !day.isAfter(period.to())).isPresent();
		return new Measure(since.orElse(null), total, counted ? SafeCounts.of(places, counts) : null);
	}

	/** How often people went on to each service, the most first. */
	public List<Visits> visits(Period period) {
		Map<ServiceId, Long> opened = new HashMap<>(this.usage.opened(period.from(), period.to()));
		return this.catalog.summaries(opened.keySet())
			.stream()
			.map((service) -> new Visits(service.slug(), service.name(), opened.getOrDefault(service.id(), 0L)))
			.sorted((one, other) -> Long.compare(other.opened(), one.opened()))
			.toList();
	}

}
