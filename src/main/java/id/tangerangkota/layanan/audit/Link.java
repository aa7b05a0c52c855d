package id.tangerangkota.layanan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import id.tangerangkota.layanan.vault.Signature;

/**
 * A row of a chain.
 *
 * @param hash of the row before and of this one's content, with the key it was made with
 */
record Link(Entry entry, Signature hash) {

	private static final byte[] NO_BYTES = {};

	static Link of(ResultSet row, int number) throws SQLException {
		return new Link(Entry.of(row), new Signature(Objects.requireNonNullElse(row.getString("key_id"), ""),
				Objects.requireNonNullElse(row.getBytes("hash"), NO_BYTES)));
	}

}
