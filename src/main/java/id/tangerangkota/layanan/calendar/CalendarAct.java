package id.tangerangkota.layanan.calendar;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/** An administrator changed the calendar. The subject is a day, or what hours are for. */
record CalendarAct(Act act, AuditSubject subject, Map<String, String> details) implements AuditableEvent {

	/** What can happen. */
	enum Act {

		HOLIDAY_ADDED, HOLIDAY_EDITED, HOLIDAY_REMOVED, HOURS_CHANGED

	}

	@Override
	public String action() {
		return "calendar." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
