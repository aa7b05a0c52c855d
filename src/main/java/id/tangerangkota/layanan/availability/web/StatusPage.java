package id.tangerangkota.layanan.availability.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All services at a glance, in words.
 *
 * @param on whether checks run, or ever did
 * @param disturbed what cannot be used as it should now
 * @param unknown what nobody can tell anything of now, by why
 * @param open incidents that are being worked on, but for those of what is disturbed
 * @param maintenance going on or announced
 * @param groups the services that are looked at, by category
 * @param coverage how much of the catalogue is looked at
 * @param unmonitored how many services are not
 * @param why how many of these for which reason, in words
 * @param past incidents that are over, the newest few
 */
record StatusPage(String headline, String lead, boolean on, List<Row> disturbed, List<Unknown> unknown,
		List<IncidentItem> open, List<Maintenance> maintenance, List<Group> groups, String coverage, int unmonitored,
		List<String> why, List<IncidentItem> past) {

	/**
	 * A service and how it is.
	 *
	 * @param kind of the tag
	 * @param text of the tag
	 * @param verified whether somebody verified its address
	 * @param incident that is being worked on because of it, null without one
	 */
	record Row(String slug, String name, String kind, String text, boolean verified, @Nullable IncidentItem incident) {
	}

	/**
	 * Services nobody can tell anything of for one reason, of which something is said.
	 */
	record Unknown(String reason, List<Row> services) {
	}

	/**
	 * A service with its days.
	 *
	 * @param uncounted the time its share says nothing of, null where there is none
	 * @param verified whether its figures are part of the city's totals
	 */
	record DayRow(String slug, String name, String kind, Strip strip, String label, String percent,
			@Nullable String uncounted, boolean verified) {
	}

	/**
	 * Services of a category.
	 *
	 * @param disturbed how many of them cannot be used as they should now
	 */
	record Group(String slug, String name, String nameEn, List<DayRow> rows, long disturbed) {
	}

	/**
	 * Announced work.
	 *
	 * @param edited when it was last worded anew, null when never
	 */
	record Maintenance(String title, String span, @Nullable String text, @Nullable String edited) {
	}

}
