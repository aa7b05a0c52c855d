package id.tangerangkota.layanan.notification;

import java.util.Arrays;
import java.util.Optional;

/** Whom a message can be for. The names are stored; the codes stand in links of mails. */
public enum RecipientKind {

	/** Somebody with an account. */
	ACCOUNT('a'),

	/** A confirmed e-mail address of somebody without one. */
	SUBSCRIBER('s'),

	/** Who reported a complaint without an account; the id is the complaint's. */
	REPORTER('r'),

	/** A program of somebody else. */
	WEBHOOK('w');

	private final char code;

	RecipientKind(char code) {
		this.code = code;
	}

	char code() {
		return this.code;
	}

	static Optional<RecipientKind> ofCode(char code) {
		return Arrays.stream(values()).filter((kind) -> kind.code == code).findFirst();
	}

}
