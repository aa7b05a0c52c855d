package id.tangerangkota.layanan.identity;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Encrypts what an account holds about a person, and finds it again. */
@Component
class AccountSeal {

	private static final String TABLE = "identity.account";

	private static final String NIK = "nik";

	private static final String EMAIL = "email";

	private static final String STAFF_EMAIL = "staff-email";

	private final Cipher cipher;

	private final BlindIndex index;

	private final JdbcClient jdbc;

	AccountSeal(Cipher cipher, BlindIndex index, JdbcClient jdbc) {
		this.cipher = cipher;
		this.index = index;
		this.jdbc = jdbc;
	}

	/** The encrypted columns. */
	enum Column {

		NIK, NAME, EMAIL, PHONE, ADDRESS, TOTP_SECRET;

		String column() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	String seal(AccountId account, Column column, String plain) {
		return this.cipher.seal(plain, place(account, column));
	}

	@Nullable String sealOrNull(AccountId account, Column column, @Nullable String plain) {
		return (plain != null) ? seal(account, column, plain) : null;
	}

	String open(AccountId account, Column column, String sealed) {
		return this.cipher.open(sealed, place(account, column));
	}

	@Nullable String openOrNull(AccountId account, Column column, @Nullable String sealed) {
		return (sealed != null) ? open(account, column, sealed) : null;
	}

	/** How values begin that are sealed with the newest key. */
	String newest() {
		return this.cipher.newest();
	}

	/** The key of the newest hashes. */
	String indexKey() {
		return this.index.currentKey();
	}

	private static Place place(AccountId account, Column column) {
		return new Place(TABLE, column.column(), account.toString());
	}

	IndexEntry index(Nik nik) {
		return this.index.entry(NIK, nik.digits());
	}

	/**
	 * Makes others who give the same NIK wait until the end of the transaction. The
	 * unique index alone would not: while keys change, one NIK has two hashes.
	 */
	void reserve(Nik nik) {
		byte[] oldest = candidates(nik).getLast();
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(ByteBuffer.wrap(oldest).getLong()).query((row) -> {
		});
	}

	List<byte[]> candidates(Nik nik) {
		return this.index.candidates(NIK, nik.digits());
	}

	IndexEntry index(AccountKind kind, Email email) {
		return this.index.entry((kind == AccountKind.STAFF) ? STAFF_EMAIL : EMAIL, email.folded());
	}

	List<byte[]> candidates(AccountKind kind, Email email) {
		return this.index.candidates((kind == AccountKind.STAFF) ? STAFF_EMAIL : EMAIL, email.folded());
	}

}
