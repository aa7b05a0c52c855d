package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Issued;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells owners of accounts what they must know, where they can be reached. */
@Component
class AccountNotices {

	/** A notice that could not be sent for so long is news no more. */
	private static final Duration LIFE = Duration.ofDays(2);

	private static final String INVITATION = "/petugas/undangan/";

	private final AccountSeal seal;

	private final OneTimeTokens tokens;

	private final MessageDelivery delivery;

	private final Links links;

	private final CurrentActor actor;

	private final Clock clock;

	AccountNotices(AccountSeal seal, OneTimeTokens tokens, MessageDelivery delivery, Links links, CurrentActor actor,
			Clock clock) {
		this.seal = seal;
		this.tokens = tokens;
		this.delivery = delivery;
		this.links = links;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * Sends a link that confirms the address itself, so it goes to an unconfirmed one.
	 */
	void confirmEmail(Account account) {
		send(account, Kind.CONFIRM_EMAIL, "/konfirmasi-email/", this.tokens.link(account.id(), Purpose.CONFIRM_EMAIL));
	}

	/**
	 * Sends nothing where no address is confirmed: it could be somebody else's.
	 * @param language of whoever asked
	 */
	void resetPassword(Account account, Language language) {
		if (account.isEmailConfirmed()) {
			send(account, language, Kind.RESET_PASSWORD, "/lupa-sandi/tautan/",
					this.tokens.link(account.id(), Purpose.RESET_PASSWORD));
		}
	}

	/**
	 * The link itself where no mail server could take it: whoever invites hands it over.
	 */
	Optional<String> invite(Account account, Issued token) {
		if (!this.delivery.isPossible()) {
			return Optional.of(this.links.absolute(INVITATION + token.secret(), language(account)));
		}
		send(account, Kind.STAFF_INVITATION, INVITATION, token);
		return Optional.empty();
	}

	/** Whether messages can be sent at all. */
	boolean arePossible() {
		return this.delivery.isPossible();
	}

	void newDevice(Account account) {
		tell(account, Kind.NEW_DEVICE);
	}

	/** A notice, to a confirmed address only. */
	void tell(Account account, Kind kind) {
		if (account.isEmailConfirmed() && account.email() != null) {
			send(account, kind, null, null);
		}
	}

	private void send(Account account, Kind kind, @Nullable String path, @Nullable Issued token) {
		send(account, language(account), kind, path, token);
	}

	private void send(Account account, Language language, Kind kind, @Nullable String path, @Nullable Issued token) {
		String email = this.seal.openOrNull(account.id(), Column.EMAIL, account.email());
		if (email == null) {
			return;
		}
		String link = (token != null) ? this.links.absolute(path + token.secret(), language) : null;
		this.delivery.deliver(new AccountMessage(kind, account.id(), email, language, link,
				(token != null) ? token.expires() : this.clock.instant().plus(LIFE)));
	}

	/** Staff and jobs may work in another language than the one who reads it. */
	private Language language(Account account) {
		boolean others = switch (this.actor.get().kind()) {
			case STAFF, SYSTEM -> account.kind() == AccountKind.CITIZEN;
			case CITIZEN, ANONYMOUS -> false;
		};
		return others ? account.language() : Language.of(LocaleContextHolder.getLocale());
	}

}
