package id.tangerangkota.layanan.notification;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * The part of a message that nobody but its receiver may read.
 *
 * @param link an absolute address that holds a secret, null where there is none
 */
public record Letter(String email, Language language, @Nullable String link) {

	static Letter of(AccountMessage message) {
		return new Letter(message.email(), message.language(), message.link());
	}

	@Override
	public String toString() {
		return "Letter[" + this.language + "]";
	}

}
