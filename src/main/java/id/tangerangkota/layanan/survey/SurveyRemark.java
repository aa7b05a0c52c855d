package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, for the staff alone. Numbers and addresses are taken out; names
 * cannot be found by a machine and may still be in it.
 *
 * @param service null where it is about no single one
 */
public record SurveyRemark(UUID id, LocalDate day, @Nullable ServiceId service, String text) {
}
