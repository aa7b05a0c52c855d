package id.tangerangkota.layanan.calendar;

import java.time.Clock;
import java.util.List;

import id.tangerangkota.layanan.web.AttentionItem;

import org.springframework.stereotype.Component;

/** Reminds of a year without holidays, early enough for the deadlines in it. */
@Component
class MissingHolidays implements AttentionItem {

	private final WorkingCalendar calendar;

	private final Clock clock;

	MissingHolidays(WorkingCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.clock = clock;
	}

	@Override
	public List<Attention> attention() {
		return this.calendar.missingYear(WorkingDays.dateOf(this.clock.instant()))
			.map((year) -> new Attention("calendar.missing", List.of(year.toString()), "/admin/hari-libur"))
			.stream()
			.toList();
	}

}
