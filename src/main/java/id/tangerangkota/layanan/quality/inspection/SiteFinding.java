package id.tangerangkota.layanan.quality.inspection;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the last inspection saw of an item.
 *
 * @param item code of the item or promise
 * @param since the day from which it was seen like this
 * @param detail what exactly, null where there is nothing to say
 * @param page that shows it
 * @param dispute null unless it was marked as wrong
 * @param lapsed when an earlier inspection that saw the same was marked as wrong; null
 * where none was
 */
public record SiteFinding(String item, boolean promise, Verdict verdict, LocalDate since, @Nullable String detail,
		@Nullable String page, @Nullable FindingDispute dispute, @Nullable Instant lapsed) {
}
