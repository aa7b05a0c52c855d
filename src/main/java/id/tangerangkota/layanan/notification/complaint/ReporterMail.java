package id.tangerangkota.layanan.notification.complaint;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.notification.Letter;
import id.tangerangkota.layanan.notification.MailDirectory;
import id.tangerangkota.layanan.notification.MailEnding;
import id.tangerangkota.layanan.notification.RecipientKind;

import org.springframework.stereotype.Component;

/** Where mails go to who reported without an account: the complaint desk knows. */
@Component
class ReporterMail implements MailDirectory, MailEnding {

	private final ComplaintContacts contacts;

	ReporterMail(ComplaintContacts contacts) {
		this.contacts = contacts;
	}

	@Override
	public RecipientKind kind() {
		return RecipientKind.REPORTER;
	}

	@Override
	public Optional<Letter> find(UUID complaint) {
		return this.contacts.of(new ComplaintId(complaint))
			.flatMap((concerned) -> concerned.reporter()
				.stream()
				.filter((contact) -> contact.account() == null)
				.findFirst())
			.filter((contact) -> contact.email() != null)
			.map((contact) -> new Letter(String.valueOf(contact.email()), contact.language(), null));
	}

	@Override
	public void end(UUID complaint) {
		this.contacts.forgetEmail(new ComplaintId(complaint));
	}

}
