package id.tangerangkota.layanan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.vault.KeyedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes what accounts hold anew with the newest keys. It leaves the version alone:
 * whoever changes an account meanwhile writes older values back, which can be read just
 * as well and are found again.
 */
@Component
@Transactional
class RenewableAccounts implements KeyedRows {

	private static final String OUTDATED = """
			from identity.account
			where not starts_with(nik, :newest) or not starts_with(name, :newest) or not starts_with(email, :newest) or not starts_with(phone, :newest)
				or not starts_with(address, :newest) or not starts_with(totp_secret, :newest)
				or ((login_index is not null or email_index is not null) and index_key is distinct from :index)
			""";

	private final AccountSeal seal;

	private final JdbcClient jdbc;

	RenewableAccounts(AccountSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "identity.account";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) " + OUTDATED)
			.param("newest", this.seal.newest())
			.param("index", this.seal.indexKey())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc
			.sql("select id, kind, nik, name, email, phone, address, totp_secret " + OUTDATED
					+ " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("index", this.seal.indexKey())
			.param("limit", limit)
			.query(Row::of)
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		AccountId id = new AccountId(row.id());
		String nik = this.seal.openOrNull(id, Column.NIK, row.nik());
		String email = this.seal.openOrNull(id, Column.EMAIL, row.email());
		byte[] emailIndex = (email != null) ? this.seal.index(row.kind(), new Email(email)).value() : null;
		byte[] loginIndex = (row.kind() == AccountKind.STAFF) ? emailIndex
				: (nik != null) ? this.seal.index(Nik.parse(nik)).value() : null;
		this.jdbc.sql("""
				update identity.account set nik = :nik, name = :name, email = :email, phone = :phone,
					address = :address, totp_secret = :totp, login_index = :login, email_index = :emailIndex,
					index_key = :index
				where id = :id""")
			.param("nik", this.seal.sealOrNull(id, Column.NIK, nik))
			.param("name", renewed(id, Column.NAME, row.name()))
			.param("email", this.seal.sealOrNull(id, Column.EMAIL, email))
			.param("phone", renewed(id, Column.PHONE, row.phone()))
			.param("address", renewed(id, Column.ADDRESS, row.address()))
			.param("totp", renewed(id, Column.TOTP_SECRET, row.totp()))
			.param("login", loginIndex)
			.param("emailIndex", emailIndex)
			.param("index", this.seal.indexKey())
			.param("id", row.id())
			.update();
	}

	private @Nullable String renewed(AccountId id, Column column, @Nullable String sealed) {
		return this.seal.sealOrNull(id, column, this.seal.openOrNull(id, column, sealed));
	}

	private record Row(UUID id, AccountKind kind, @Nullable String nik, @Nullable String name, @Nullable String email,
			@Nullable String phone, @Nullable String address, @Nullable String totp) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("id", UUID.class), AccountKind.valueOf(row.getString("kind")),
					row.getString("nik"), row.getString("name"), row.getString("email"), row.getString("phone"),
					row.getString("address"), row.getString("totp_secret"));
		}

	}

}
