package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import id.tangerangkota.layanan.availability.incident.WindowRows.Done;
import id.tangerangkota.layanan.web.Paging;

import org.springframework.stereotype.Service;

/** Reads announced work. */
@Service
class MaintenanceLists implements MaintenanceWindows {

	private static final Duration AHEAD = Duration.ofDays(30);

	private final WindowRows rows;

	private final Clock clock;

	MaintenanceLists(WindowRows rows, Clock clock) {
		this.rows = rows;
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
			.sorted(Comparator.comparing(Maintenance::start))
			.toList();
	}

	@Override
	public MaintenancePage past(int page, int size) {
		Instant now = this.clock.instant();
		return new MaintenancePage(
				this.rows.before(now, size, Paging.offset(page, size)).stream().map(Done::view).toList(),
				this.rows.countBefore(now));
	}

}
