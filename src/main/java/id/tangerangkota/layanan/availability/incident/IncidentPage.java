package id.tangerangkota.layanan.availability.incident;

import java.util.List;

/** A page of incidents. */
public record IncidentPage(List<IncidentSummary> items, long total) {
}
