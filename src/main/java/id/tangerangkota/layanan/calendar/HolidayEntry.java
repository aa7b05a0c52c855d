package id.tangerangkota.layanan.calendar;

/**
 * A row of the list.
 *
 * @param edited whether an administrator wrote it, so that no release changes it
 */
public record HolidayEntry(Holiday holiday, boolean edited) {
}
