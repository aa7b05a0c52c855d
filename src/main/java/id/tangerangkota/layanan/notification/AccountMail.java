package id.tangerangkota.layanan.notification;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDirectory;

import org.springframework.stereotype.Component;

/** The confirmed addresses of accounts. */
@Component
class AccountMail implements MailDirectory {

	private final AccountDirectory accounts;

	AccountMail(AccountDirectory accounts) {
		this.accounts = accounts;
	}

	@Override
	public RecipientKind kind() {
		return RecipientKind.ACCOUNT;
	}

	@Override
	public Optional<Letter> find(UUID recipient) {
		return this.accounts.contact(new AccountId(recipient))
			.map((contact) -> new Letter(contact.email().value(), contact.language(), null));
	}

}
