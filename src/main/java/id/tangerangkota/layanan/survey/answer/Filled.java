package id.tangerangkota.layanan.survey.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.tangerangkota.layanan.survey.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as somebody filled it in.
 *
 * @param answers by version and position; what was left out is left out
 * @param outage null where it was not asked or not answered
 * @param solved whether the complaint was really solved; null where it was not asked or
 * not answered
 * @param words empty when nothing was written
 */
public record Filled(Sheet sheet, Map<Question, Integer> answers, @Nullable OutageMet outage, @Nullable Boolean solved,
		String words) {

	/** Where nothing was to be solved. */
	public Filled(Sheet sheet, Map<Question, Integer> answers, @Nullable OutageMet outage, String words) {
		this(sheet, answers, outage, null, words);
	}

	/** What was asked. */
	public record Question(int version, int position) {
	}

	/** Whether somebody met an outage. */
	public enum OutageMet {

		/** Right now. */
		NOW,

		/** Within the last month. */
		LATELY,

		NO

	}

	/** Whether every answer is one to a question of the sheet, on its scale. */
	boolean isSound() {
		return this.answers.entrySet().stream().allMatch((answer) -> this.sheet.parts().stream().anyMatch((part) -> {
			Question question = answer.getKey();
			return part.version().id() == question.version() && part.positions().contains(question.position())
					&& answer.getValue() >= 1 && answer.getValue() <= part.version().instrument().highest();
		}));
	}

	/**
	 * The answer to the one short question; null where it was not asked or not answered.
	 */
	@Nullable Integer rating() {
		return this.sheet.parts()
			.stream()
			.filter((part) -> part.version().instrument() == Instrument.SHORT)
			.flatMap((part) -> part.positions().stream().map((position) -> new Question(part.version().id(), position)))
			.map(this.answers::get)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** The marks of a part, as they are stored; nothing when none of it was answered. */
	List<Short> marks(Sheet.Part part) {
		List<Short> marks = part.positions()
			.stream()
			.map((position) -> (short) (position * 10
					+ this.answers.getOrDefault(new Question(part.version().id(), position), 0)))
			.toList();
		return marks.stream().allMatch((mark) -> mark % 10 == 0) ? List.of() : marks;
	}

}
