package id.tangerangkota.layanan.availability.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How one service is and was, in words.
 *
 * @param kind of the tag
 * @param state text of the tag
 * @param reason what must be added to it, null where nothing
 * @param down whether it cannot be used now
 * @param monitored whether checks look at it
 * @param cited whether nobody has verified the address yet
 * @param recorded whether there is any record
 * @param days of the strip, the newest first, of those with a record
 * @param chart null when nothing was measured
 * @param rows the chart's numbers by day, the newest first
 * @param certificate until when it is valid, null when there is none
 */
record ServiceStatusPage(String slug, String name, String kind, String state, @Nullable String reason, boolean down,
		boolean monitored, boolean cited, boolean recorded, Strip strip, String stripLabel, List<Day> days,
		List<Window> windows, @Nullable Chart chart, List<GridLabel> grid, List<TickLabel> ticks, List<Speed> rows,
		List<Phase> phases, @Nullable String certificate, List<CheckRow> checks, List<IncidentItem> incidents) {

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

	record CheckRow(String time, String result, String took) {
	}

}
