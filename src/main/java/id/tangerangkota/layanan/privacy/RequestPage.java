package id.tangerangkota.layanan.privacy;

import java.util.List;

/** A page of a list of requests. */
public record RequestPage(List<RequestSummary> items, long total) {
}
