package id.tangerangkota.layanan.calendar;

import java.time.DayOfWeek;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Office hours as the list has them.
 *
 * @param agency null for all agencies that have none of their own
 */
public record HoursEntry(@Nullable AgencyId agency, Season season, DayOfWeek weekday, OfficeHours hours) {
}
