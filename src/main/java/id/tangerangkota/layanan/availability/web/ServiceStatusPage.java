package id.tangerangkota.layanan.availability.web;

import java.util.List;

import id.tangerangkota.layanan.catalog.AgencySummary;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.jspecify.annotations.Nullable;

/**
 * How one service is and was, in words.
 *
 * @param kind of the tag
 * @param state text of the tag
 * @param reason what must be added to it, null where nothing
 * @param down whether it cannot be used now
 * @param unmonitored why no check looks at it, null where one does
 * @param reasons what was written when its checks were paused, while that is why
 * @param cited whether nobody has verified the address yet
 * @param recorded whether there is any record
 * @param days of the strip, the newest first, of those with a record
 * @param chart null when nothing was measured
 * @param rows the chart's numbers by day, the newest first
 * @param measured which of several listings the numbers are of, null where there is one
 * @param certificate until when it is or was valid, null when there is none
 * @param checks the last checks by what they look at
 * @param pauses of its checks in the days of the strip, the latest first
 * @param maintenance work that goes on, then what is announced
 * @param agency whose counter helps meanwhile, null when unknown
 * @param related what may do meanwhile
 */
record ServiceStatusPage(String slug, String name, String kind, String state, @Nullable String reason, boolean down,
		@Nullable String unmonitored, List<String> reasons, boolean cited, boolean recorded, Strip strip,
		String stripLabel, List<Day> days, List<Window> windows, @Nullable Chart chart, List<GridLabel> grid,
		List<TickLabel> ticks, List<Speed> rows, List<Phase> phases, @Nullable String measured,
		@Nullable String certificate, List<Checked> checks, List<Pause> pauses,
		List<StatusPage.Maintenance> maintenance, List<IncidentItem> incidents, @Nullable AgencySummary agency,
		List<ServiceSummary> related) {

	/** More than these are folded up. */
	private static final int FEW = 3;

	public boolean fewPauses() {
		return this.pauses.size() <= FEW;
	}

	public boolean monitored() {
		return this.unmonitored == null;
	}

	record Day(String label, String percent, String down, String excluded) {
	}

	/** Uptime of a period. */
	record Window(String label, String percent, String degraded, String down, String excluded) {
	}

	record GridLabel(String path, int y, String label) {
	}

	record TickLabel(int x, String label) {
	}

	record Speed(String label, long count, String p50, String p95) {
	}

	record Phase(String label, String text) {
	}

	/**
	 * What one check found.
	 *
	 * @param name of what it looks at
	 */
	record Checked(String name, List<CheckRow> rows) {
	}

	record CheckRow(String time, String result, String took) {
	}

	/**
	 * A time in which a check rested.
	 *
	 * @param to null while it lasts
	 */
	record Pause(String reason, String from, @Nullable String to) {
	}

}
