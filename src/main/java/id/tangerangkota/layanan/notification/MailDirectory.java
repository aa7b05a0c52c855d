package id.tangerangkota.layanan.notification;

import java.util.Optional;
import java.util.UUID;

/** Knows the e-mail addresses of one kind of recipients, as they are when a mail goes. */
public interface MailDirectory {

	RecipientKind kind();

	/** Where a mail goes and in which language; no secret link. */
	Optional<Letter> find(UUID recipient);

}
