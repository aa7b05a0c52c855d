package id.tangerangkota.layanan.privacy.breach;

import java.util.List;

/** A page of the register of breaches. */
public record BreachPage(List<BreachSummary> items, long total) {
}
