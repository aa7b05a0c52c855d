package id.tangerangkota.layanan.complaint.web.filing;

import java.util.regex.Pattern;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.identity.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Who reports, as typed.
 *
 * @param anonim given to hide the name
 * @param rahasia given to hide the content
 * @param surel to be told without an account
 * @param nama of whom an officer files for
 * @param telepon of whom an officer files for
 */
record PersonForm(@Nullable String anonim, @Nullable String rahasia, @Nullable String surel, @Nullable String nama,
		@Nullable String telepon) {

	private static final int LONGEST_NAME = 100;

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");

	static PersonForm of(Draft.@Nullable Person person) {
		return (person != null) ? new PersonForm(person.anonymous() ? "ya" : null, person.confidential() ? "ya" : null,
				person.email(), person.name(), person.phone()) : new PersonForm(null, null, null, null, null);
	}

	/**
	 * Puts what is wrong on the fields.
	 * @param counter whether an officer files it, who asks for a name
	 * @param sensitive whether it is anonymous in any case
	 */
	void check(boolean counter, boolean sensitive, Errors errors) {
		if (!email().isEmpty() && !Email.isValid(email())) {
			errors.rejectValue("surel", "complaint-filing.person.email.form");
		}
		if (!counter) {
			return;
		}
		if (name().isEmpty() && this.anonim == null && !sensitive) {
			errors.rejectValue("nama", "complaint-filing.person.name.missing");
		}
		else if (name().length() > LONGEST_NAME) {
			errors.rejectValue("nama", "complaint-filing.long", new Object[] { LONGEST_NAME, name().length() }, null);
		}
		else if (!name().isEmpty()
				&& (name().chars().anyMatch(Character::isDigit) || name().chars().noneMatch(Character::isLetter))) {
			errors.rejectValue("nama", "complaint-filing.person.name.form");
		}
		if (!phone().isEmpty() && !PHONE.matcher(phone()).matches()) {
			errors.rejectValue("telepon", "complaint-filing.person.phone.form");
		}
	}

	/** What was typed, once it is checked. */
	Draft.Person toPerson(boolean counter, boolean sensitive) {
		return new Draft.Person(sensitive || this.anonim != null, sensitive || this.rahasia != null,
				counter ? given(name()) : null, given(email()), counter ? given(phone()) : null);
	}

	private String email() {
		return (this.surel != null) ? this.surel.strip() : "";
	}

	private String name() {
		return (this.nama != null) ? CleanText.line(this.nama) : "";
	}

	private String phone() {
		return (this.telepon != null) ? this.telepon.strip().replaceAll("[ .()/-]", "") : "";
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

	/** Nothing of what was typed. */
	@Override
	public String toString() {
		return "PersonForm";
	}

}
