package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A name as on the card: one word is enough, and letters of any script. */
final class PersonName {

	private static final String FIELD = "nama";

	private static final int LONGEST = 100;

	private PersonName() {
	}

	static void check(@Nullable String typed, Errors errors) {
		String name = normal(typed);
		if (name.isEmpty()) {
			errors.rejectValue(FIELD, "identity.name.missing");
		}
		else if (name.length() > LONGEST) {
			errors.rejectValue(FIELD, "identity.name.long", new Object[] { LONGEST }, null);
		}
		else if (name.chars().anyMatch(Character::isDigit) || name.chars().noneMatch(Character::isLetter)
				|| name.chars().anyMatch(Character::isISOControl)) {
			errors.rejectValue(FIELD, "identity.name.form");
		}
	}

	static String normal(@Nullable String typed) {
		return TypedText.line(typed);
	}

}
