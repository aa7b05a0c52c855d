package id.tangerangkota.layanan.availability.incident;

import java.util.List;

/** A page of announced work that is over. */
public record MaintenancePage(List<Maintenance> items, long total) {
}
