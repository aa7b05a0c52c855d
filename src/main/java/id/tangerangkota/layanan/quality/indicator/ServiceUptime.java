package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Seconds in which a service could be opened, of those that count: up / (up + down) from
 * intervals of confirmed state. Maintenance and what nobody knows is left out.
 */
@Component
class ServiceUptime implements Indicator {

	private final AvailabilityReport availability;

	private final Owners owners;

	ServiceUptime(AvailabilityReport availability, Owners owners) {
		this.availability = availability;
		this.owners = owners;
	}

	@Override
	public String id() {
		return "uptime";
	}

	@Override
	public QualityDimension dimension() {
		return QualityDimension.AVAILABILITY;
	}

	@Override
	public Unit unit() {
		return Unit.SHARE;
	}

	@Override
	public double value(Sum sum) {
		return Values.share(sum);
	}

	@Override
	public List<Fact> count(LocalDate day) {
		Map<ServiceId, @Nullable AgencyId> owners = this.owners.on(day);
		List<Fact> facts = new ArrayList<>();
		this.availability.days(owners.keySet(), day, day)
			.forEach((service, days) -> days.stream()
				.map(DaySum::uptime)
				.map(ServiceUptime::sum)
				.forEach((sum) -> facts.add(new Fact(service, owners.get(service), sum))));
		return facts;
	}

	private static Sum sum(Uptime uptime) {
		return Sum.of(uptime.up().plus(uptime.degraded()).toSeconds(), uptime.counted().toSeconds());
	}

}
