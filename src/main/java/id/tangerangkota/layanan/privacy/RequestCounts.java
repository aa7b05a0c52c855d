package id.tangerangkota.layanan.privacy;

/**
 * How many requests wait.
 *
 * @param overdue those of them whose time is over
 */
public record RequestCounts(long open, long overdue) {
}
