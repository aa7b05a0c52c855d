package id.tangerangkota.layanan.availability.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What statements on many rows have in common: rows go in as one JSON array, so that a
 * thousand of them are one statement.
 */
final class Rows {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private Rows() {
	}

	static String json(Collection<?> rows) {
		return JSON.writeValueAsString(rows);
	}

	/** The driver takes no Instant. */
	static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static @Nullable StateReason reason(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return (reason != null) ? StateReason.valueOf(reason) : null;
	}

	static StateSpan span(ResultSet row) throws SQLException {
		return new StateSpan(ServiceState.valueOf(row.getString("state")), reason(row), instant(row, "starts"),
				instantOrNull(row, "ends"));
	}

}
