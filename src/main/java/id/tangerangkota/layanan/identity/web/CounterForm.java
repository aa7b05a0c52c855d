package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What an officer does for whoever stands at the counter.
 *
 * @param tindakan name of an {@link Action}
 * @param nama as on the card, where a new account is opened
 * @param saksi given when the officer saw the card and the face
 */
record CounterForm(@Nullable String tindakan, @Nullable String nama, @Nullable String saksi) {

	static final CounterForm EMPTY = new CounterForm(null, null, null);

	/** What can be done. */
	enum Action {

		/** The account is that person's. */
		VERIFY,

		/** The account is somebody else's, the NIK is that person's. */
		HAND_OVER,

		/** There is no account yet. */
		OPEN,

		/** The person cannot get in. */
		CODE;

		boolean opensAccount() {
			return this == HAND_OVER || this == OPEN;
		}

	}

	Optional<Action> action() {
		return Arrays.stream(Action.values()).filter((action) -> action.name().equals(this.tindakan)).findFirst();
	}

	void check(Errors errors) {
		if (action().isEmpty()) {
			errors.rejectValue("tindakan", "staff.counter.action.missing");
		}
		if (action().filter(Action::opensAccount).isPresent()) {
			PersonName.check(this.nama, errors);
		}
		if (this.saksi == null) {
			errors.rejectValue("saksi", "staff.counter.witness.missing");
		}
	}

	String name() {
		return PersonName.normal(this.nama);
	}

}
