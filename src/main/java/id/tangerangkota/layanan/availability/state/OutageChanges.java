package id.tangerangkota.layanan.availability.state;

import java.util.List;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;

/**
 * All outages that began and ended by one batch of results, so that what follows from a
 * thousand of them can be done at once. Published inside of the transaction.
 */
public record OutageChanges(List<OutageStarted> started, List<OutageEnded> ended) {
}
