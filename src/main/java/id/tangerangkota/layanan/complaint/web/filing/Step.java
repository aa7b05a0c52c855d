package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Arrays;
import java.util.stream.Stream;

import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import org.jspecify.annotations.Nullable;

/** The questions of the form, in their order. */
enum Step {

	KIND("jenis"), CONCERN("tentang"), SERVICE("layanan"), STATE("keadaan"), CATEGORY("kategori"), PLACE("tempat"),
	WORDS("isi"), PHOTOS("foto"), PERSON("identitas"), SIMILAR("serupa"), CHECK("periksa");

	private final String path;

	Step(String path) {
		this.path = path;
	}

	/** The last part of its address. */
	String path() {
		return this.path;
	}

	/** Whether it is asked after these answers. */
	boolean isAsked(Draft draft) {
		return switch (this) {
			case SERVICE -> isAbout(draft, About.SERVICE);
			case STATE -> isAbout(draft, About.SERVICE) && draft.kind() == ComplaintKind.COMPLAINT;
			case PLACE -> isAbout(draft, About.PLACE);
			default -> true;
		};
	}

	private static boolean isAbout(Draft draft, About about) {
		return draft.concern() != null && draft.concern().about() == about;
	}

	boolean isAnswered(Draft draft) {
		Draft.@Nullable Concern concern = draft.concern();
		return switch (this) {
			case KIND -> draft.kind() != null;
			case CONCERN -> concern != null;
			case SERVICE -> concern != null && concern.service() != null;
			case STATE -> concern != null && concern.stateSeen();
			case CATEGORY -> draft.category() != null;
			case PLACE -> draft.place() != null;
			case WORDS -> draft.words() != null;
			case PHOTOS -> draft.photosAnswered();
			case PERSON -> draft.person() != null;
			case SIMILAR -> draft.similarSeen();
			case CHECK -> false;
		};
	}

	/** The first that is not answered. */
	static Step next(Draft draft) {
		return Arrays.stream(values())
			.filter((step) -> step.isAsked(draft) && !step.isAnswered(draft))
			.findFirst()
			.orElse(CHECK);
	}

	/**
	 * Its place among those asked, null for what is offered to some in between. What a
	 * link has answered counts too: one can go back to it.
	 */
	@Nullable Integer number(Draft draft) {
		return (this != SIMILAR) ? (int) counted(draft).filter((step) -> step.compareTo(this) <= 0).count() : null;
	}

	/** How many are asked, null while the answer that decides it is still to come. */
	@Nullable Integer total(Draft draft) {
		return (compareTo(CONCERN) > 0 && draft.concern() != null) ? (int) counted(draft).count() : null;
	}

	private static Stream<Step> counted(Draft draft) {
		return Arrays.stream(values()).filter((step) -> step != SIMILAR && step.isAsked(draft));
	}

	/** The one before it, null before the first. */
	@Nullable Step before(Draft draft) {
		@Nullable Step before = null;
		for (Step step : values()) {
			if (step == this) {
				return before;
			}
			if (step.isAsked(draft) && step != SIMILAR) {
				before = step;
			}
		}
		return before;
	}

}
