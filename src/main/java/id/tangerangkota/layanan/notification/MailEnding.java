package id.tangerangkota.layanan.notification;

import java.util.UUID;

/** Ends mails to recipients whose address another module holds. */
public interface MailEnding {

	/** Whoever it is gets no more mails. */
	void end(UUID recipient);

}
