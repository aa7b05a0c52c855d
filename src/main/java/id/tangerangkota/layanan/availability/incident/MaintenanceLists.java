package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.WindowRows.Done;
import id.tangerangkota.layanan.availability.incident.WindowRows.Taps;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Reads announced work. */
@Service
class MaintenanceLists implements MaintenanceWindows {

	private static final Duration AHEAD = Duration.ofDays(30);

	private static final Comparator<Maintenance> BY_START = Comparator.comparing(Maintenance::start);

	private static final Comparator<Maintenance> BY_END = Comparator.comparing(Maintenance::end);

	private final WindowRows rows;

	private final ServiceCatalog catalog;

	private final Clock clock;

	MaintenanceLists(WindowRows rows, ServiceCatalog catalog, Clock clock) {
		this.rows = rows;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public List<Maintenance> current() {
		return this.rows.at(this.clock.instant()).stream().map(Done::view).toList();
	}

	@Override
	public List<Maintenance> upcoming() {
		Instant now = this.clock.instant();
		return this.rows.live()
			.stream()
			.flatMap((window) -> window.times()
				.between(now, now.plus(AHEAD))
				.stream()
				.filter((time) -> time.start().isAfter(now))
				.limit(1)
				.map(window::at))
			.sorted(BY_START)
			.toList();
	}

	@Override
	public MaintenancePage past(int page, int size) {
		Instant now = this.clock.instant();
		return new MaintenancePage(
				this.rows.before(now, size, Paging.offset(page, size)).stream().map(Done::view).toList(),
				this.rows.countBefore(now));
	}

	/** Of work on an agency's services, at those it has now. */
	@Override
	public Map<Maintenance, Integer> affected(Collection<Maintenance> works) {
		List<Taps> taps = works.isEmpty() ? List.of()
				: this.rows.taps(Collections.min(works, BY_START).start(), Collections.max(works, BY_END).end());
		if (taps.isEmpty()) {
			return Map.of();
		}
		Map<ServiceId, @Nullable String> owners = this.catalog.owners();
		Map<Maintenance, Integer> affected = new HashMap<>();
		for (Maintenance work : works) {
			taps.stream()
				.filter((tap) -> !tap.since().isBefore(work.start()) && tap.since().isBefore(work.end())
						&& isOn(work.scope(), tap.service(), owners.get(tap.service())))
				.forEach((tap) -> affected.merge(work, tap.count(), Integer::sum));
		}
		return affected;
	}

	private static boolean isOn(MaintenanceScope scope, ServiceId service, @Nullable String owner) {
		AgencyId agency = scope.agency();
		return (agency != null) ? agency.code().equals(owner) : service.equals(scope.service());
	}

}
