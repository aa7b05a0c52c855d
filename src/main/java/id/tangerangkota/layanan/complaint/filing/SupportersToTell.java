package id.tangerangkota.layanan.complaint.filing;

import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintContacts.Contact;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.SupporterContacts;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.web.Language;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the accounts of those who support a report. */
@Component
class SupportersToTell implements SupporterContacts {

	private final Cipher cipher;

	private final JdbcClient jdbc;

	SupportersToTell(Cipher cipher, JdbcClient jdbc) {
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	@Override
	public List<Contact> of(ComplaintId complaint) {
		return this.jdbc
			.sql("select sealed from complaint.support where complaint_id = ? and sealed is not null order by at")
			.param(complaint.value())
			.query((row, number) -> this.cipher.open(row.getString("sealed"), Supporters.place(complaint.value())))
			.list()
			.stream()
			.map((account) -> new Contact(AccountId.parse(account), null, Language.INDONESIAN, true))
			.toList();
	}

}
