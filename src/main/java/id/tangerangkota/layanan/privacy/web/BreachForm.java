package id.tangerangkota.layanan.privacy.web;

import java.time.Instant;

import id.tangerangkota.layanan.privacy.breach.BreachDetail;
import id.tangerangkota.layanan.privacy.breach.BreachFacts;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What the staff know of a breach, as typed. */
record BreachForm(@Nullable String judul, @Nullable String tanggal, @Nullable String jam, @Nullable String data,
		@Nullable String jumlah, @Nullable String waktu, @Nullable String uraian, @Nullable String sistem,
		@Nullable String penanganan, @Nullable String saran, @Nullable String kontak) {

	static final BreachForm EMPTY = new BreachForm(null, null, null, null, null, null, null, null, null, null, null);

	/** More people than ever lived in the city. */
	private static final int MOST_DIGITS = 9;

	static BreachForm of(BreachDetail breach) {
		BreachFacts facts = breach.facts();
		Integer people = breach.people();
		return new BreachForm(facts.title(), null, null, facts.data(), (people != null) ? people.toString() : null,
				facts.time(), facts.course(), facts.systems(), facts.handling(), facts.advice(), facts.contact());
	}

	void check(Errors errors) {
		checkTitle(errors);
		checkFacts(errors);
	}

	/**
	 * Checks a breach that is recorded, field by field as the page shows them.
	 * @return when it was noticed, null when something is wrong with that
	 */
	@Nullable Instant checkRecorded(Instant now, Errors errors) {
		checkTitle(errors);
		Instant noticedAt = Typed.moment("tanggal", this.tanggal, "jam", this.jam, now, errors);
		checkFacts(errors);
		return noticedAt;
	}

	private void checkTitle(Errors errors) {
		Typed.check("judul", this.judul, true, Typed.LONGEST_LINE, errors);
	}

	private void checkFacts(Errors errors) {
		Typed.check("data", this.data, true, Typed.LONGEST_TEXT, errors);
		if (!count().isEmpty()
				&& (count().length() > MOST_DIGITS || !count().chars().allMatch((c) -> c >= '0' && c <= '9'))) {
			errors.rejectValue("jumlah", "privacy.error.people");
		}
		Typed.check("waktu", this.waktu, false, Typed.LONGEST_TEXT, errors);
		Typed.check("uraian", this.uraian, false, Typed.LONGEST_TEXT, errors);
		Typed.check("sistem", this.sistem, false, Typed.LONGEST_TEXT, errors);
		Typed.check("penanganan", this.penanganan, false, Typed.LONGEST_TEXT, errors);
		Typed.check("saran", this.saran, false, Typed.LONGEST_TEXT, errors);
		Typed.check("kontak", this.kontak, false, Typed.LONGEST_TEXT, errors);
	}

	/** Full stops between thousands are how people write. */
	private String count() {
		return TypedText.line(this.jumlah).replaceAll("[. ]", "");
	}

	@Nullable Integer people() {
		return count().isEmpty() ? null : Integer.valueOf(count());
	}

	BreachFacts facts() {
		return new BreachFacts(TypedText.line(this.judul), TypedText.text(this.data), TypedText.text(this.waktu),
				TypedText.text(this.uraian), TypedText.text(this.sistem), TypedText.text(this.penanganan),
				TypedText.text(this.saran), TypedText.text(this.kontak));
	}

}
