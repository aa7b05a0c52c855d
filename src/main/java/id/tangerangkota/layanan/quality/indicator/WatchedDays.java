package id.tangerangkota.layanan.quality.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.Sum;

import org.springframework.stereotype.Component;

/** What checks said about services on a day, of those they could say anything about. */
@Component
class WatchedDays {

	private static final String SOURCE = "availability";

	private final AvailabilityReport availability;

	private final Owners owners;

	WatchedDays(AvailabilityReport availability, Owners owners) {
		this.availability = availability;
		this.owners = owners;
	}

	/**
	 * Time in each state.
	 * @throws SourceMissing if nobody looked at anything all day
	 */
	Map<ServiceId, Uptime> uptimes(LocalDate day) {
		Map<ServiceId, Uptime> uptimes = new HashMap<>();
		this.availability.days(this.owners.on(day).keySet(), day, day)
			.forEach(
					(service, days) -> days.stream().map(DaySum::uptime).forEach((time) -> uptimes.put(service, time)));
		return counted(uptimes);
	}

	/** The same of a part of a day. */
	Map<ServiceId, Uptime> uptimes(LocalDate day, Instant from, Instant to) {
		return counted(this.availability.uptimes(this.owners.on(day).keySet(), from, to));
	}

	/**
	 * What happened on a day; that nothing did is only known where somebody looked.
	 * @throws SourceMissing if nothing happened and nobody looked at anything all day
	 */
	Map<ServiceId, Sum> happened(LocalDate day, Map<ServiceId, Sum> sums) {
		if (sums.values().stream().allMatch(Sum::isEmpty)) {
			uptimes(day);
		}
		return sums;
	}

	private static Map<ServiceId, Uptime> counted(Map<ServiceId, Uptime> uptimes) {
		Map<ServiceId, Uptime> counted = new HashMap<>(uptimes);
		counted.values().removeIf((time) -> time.counted().isZero());
		if (counted.isEmpty()) {
			throw new SourceMissing(SOURCE);
		}
		return counted;
	}

	/** Outages that touch the day, of all services. */
	Map<ServiceId, List<Outage>> outages(LocalDate day, Instant from, Instant to) {
		return this.availability.outages(this.owners.on(day).keySet(), from, to);
	}

}
