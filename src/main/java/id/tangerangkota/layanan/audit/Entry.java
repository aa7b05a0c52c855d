package id.tangerangkota.layanan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The content of a row: every column of {@code audit.entry} but those of the hash, as
 * they stand there, however wrong.
 */
record Entry(String chain, long seq, Instant at, String action, String outcome, String actorKind,
		@Nullable UUID actorAccount, String actorRoles, @Nullable String actorAgency, @Nullable String subjectKind,
		@Nullable String subjectId, String details) {

	/** The columns {@link #of} reads, and those of the hash. */
	static final String COLUMNS = """
			chain, seq, at, action, outcome, actor_kind, actor_account, actor_roles, actor_agency, subject_kind, subject_id,
			details, key_id, hash
			""";

	/** What no column can hold stands for null in a column that has none. */
	private static final String NOTHING = "\u0000";

	static Entry of(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
		return new Entry(text(row, "chain"), row.getLong("seq"), (at != null) ? at.toInstant() : Instant.MIN,
				text(row, "action"), text(row, "outcome"), text(row, "actor_kind"),
				row.getObject("actor_account", UUID.class), text(row, "actor_roles"), row.getString("actor_agency"),
				row.getString("subject_kind"), row.getString("subject_id"), text(row, "details"));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		String value = row.getString(column);
		return (value != null) ? value : NOTHING;
	}

	/** What is signed: the hash of the row before, empty for the first, and this row. */
	byte[] canonical(byte[] before) {
		return new CanonicalBytes("entry/1").add(before)
			.add(this.chain)
			.add(this.seq)
			.add(this.at)
			.add(this.action)
			.add(this.outcome)
			.add(this.actorKind)
			.add((this.actorAccount != null) ? this.actorAccount.toString() : null)
			.add(this.actorRoles)
			.add(this.actorAgency)
			.add(this.subjectKind)
			.add(this.subjectId)
			.add(this.details)
			.toByteArray();
	}

}
