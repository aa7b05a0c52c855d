package id.tangerangkota.layanan.survey.answer;

import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Occasion;
import org.jspecify.annotations.Nullable;

/** A link that lets somebody answer once. */
public record Invitation(UUID id, Occasion occasion, @Nullable ServiceId service, @Nullable String agency,
		boolean answered, boolean expired) {
}
