package id.tangerangkota.layanan.survey;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is done about a part of the satisfaction survey.
 *
 * @param agency code, null for the whole city
 * @param part code of the part it is about
 * @param owner the office or position that does it, no name
 * @param doneOn null while it is not done
 * @param result what came of it, null while it is not done
 */
public record FollowUp(UUID id, @Nullable String agency, SkmPeriod period, String part, String action, String owner,
		LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable String result, int version) {

	public boolean isDone() {
		return this.doneOn != null;
	}

}
