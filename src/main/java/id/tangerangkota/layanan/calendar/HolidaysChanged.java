package id.tangerangkota.layanan.calendar;

import java.time.LocalDate;

/**
 * Holidays or office hours changed. Who keeps deadlines that run over these days counts
 * them again; so do those that end later, which a holiday before them moves.
 *
 * @param first of the days that changed
 * @param last of them
 * @see WorkingCalendar#recount
 */
public record HolidaysChanged(LocalDate first, LocalDate last) {
}
