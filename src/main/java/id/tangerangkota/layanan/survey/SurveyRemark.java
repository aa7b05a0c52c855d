package id.tangerangkota.layanan.survey;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, for the staff alone. Numbers and addresses are taken out; names
 * cannot be found by a machine and may still be in it.
 */
public record SurveyRemark(Instant at, @Nullable ServiceId service, String text) {
}
