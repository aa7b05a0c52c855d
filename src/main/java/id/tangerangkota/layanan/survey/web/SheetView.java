package id.tangerangkota.layanan.survey.web;

import java.util.List;

import id.tangerangkota.layanan.web.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A sheet on its page.
 *
 * @param action where it is sent
 * @param sealed what is asked, so that it cannot be changed
 * @param questions in their order
 * @param services to choose from at a counter; empty elsewhere
 * @param outage whether it is asked for outages
 * @param outageAnswer what was chosen, null while nothing is
 * @param solved whether it is asked if a problem was solved
 * @param solvedAnswer what was chosen, null while nothing is
 * @param secret whether nothing may be written here
 * @param words what was written so far
 * @param changed whether what came did not fit to the sheet, so that this is another one
 * @param errors of this form
 */
record SheetView(String title, @Nullable String about, String lead, String action, String sealed,
		List<Question> questions, List<Choice> services, @Nullable String service, boolean outage, List<Choice> outages,
		@Nullable String outageAnswer, boolean solved, List<Choice> solutions, @Nullable String solvedAnswer,
		boolean secret, String words, boolean changed, List<Problem> errors) {

	/**
	 * Something asked.
	 *
	 * @param heading of what follows, null where the question before had the same
	 * @param error null where there is none
	 */
	record Question(String name, @Nullable String heading, String text, List<Choice> options, @Nullable String answer,
			@Nullable String error) {
	}

	/** As the summary of errors reads it. */
	record Problem(String fieldName, String message, boolean global) {
	}

	/** Public, for templates call it. */
	public boolean failed() {
		return this.changed || !this.errors.isEmpty();
	}

	/** What is wrong with the words, null when nothing is. */
	public @Nullable String wordsError() {
		return this.errors.stream()
			.filter((problem) -> problem.fieldName().equals("kata"))
			.map(Problem::message)
			.findFirst()
			.orElse(null);
	}

}
