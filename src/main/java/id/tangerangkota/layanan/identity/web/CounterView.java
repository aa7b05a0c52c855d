package id.tangerangkota.layanan.identity.web;

import java.util.Locale;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

/**
 * An account of a citizen as an officer sees it.
 *
 * @param name only the first letters
 * @param nik only the last digits, null where it was given up
 * @param verifiedAt null while nobody vouches for it
 * @param verifiedBy null while nobody does
 */
record CounterView(String id, String name, @Nullable String nik, boolean active, boolean cardSeen,
		@Nullable String verifiedAt, @Nullable String verifiedBy, boolean restricted, String since) {

	static CounterView of(AccountSummary account, PageClock clock, Locale locale) {
		Language language = Language.of(locale);
		return new CounterView(account.id().toString(), MaskedName.of(account.name()), account.nik(),
				account.isActive(), account.isCardSeen(),
				(account.verifiedAt() != null) ? clock.format(account.verifiedAt(), language) : null,
				(account.verifiedBy() != null) ? account.verifiedBy().name() : null, account.restricted(),
				clock.format(account.createdAt(), language));
	}

}
