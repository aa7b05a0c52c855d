package id.tangerangkota.layanan.availability.check;

import java.util.List;

/**
 * A part of a list of checks.
 *
 * @param total how many there are in all
 */
public record CheckPage(List<CheckDetail> items, long total) {
}
