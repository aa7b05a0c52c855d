package id.tangerangkota.layanan.survey.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the questionnaires. */
@Component
public class Instruments {

	private final JdbcClient jdbc;

	/** Words of versions that were open once; they never change. */
	private final Map<Integer, List<Item>> words = new ConcurrentHashMap<>();

	Instruments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The version people are asked by now; nothing while nobody is. */
	public Optional<InstrumentVersion> open(Instrument instrument) {
		return withItems(
				this.jdbc.sql("select * from survey.instrument_version where instrument = ? and state = 'OPEN'")
					.param(instrument.name())
					.query(Instruments::read)
					.list())
			.stream()
			.findFirst();
	}

	/** The version with this id. */
	public Optional<InstrumentVersion> version(int id) {
		return withItems(this.jdbc.sql("select * from survey.instrument_version where id = ?")
			.param(id)
			.query(Instruments::read)
			.list()).stream().findFirst();
	}

	/** All versions of an instrument, the newest first. */
	public List<InstrumentVersion> versions(Instrument instrument) {
		return withItems(
				this.jdbc.sql("select * from survey.instrument_version where instrument = ? order by number desc")
					.param(instrument.name())
					.query(Instruments::read)
					.list());
	}

	private static InstrumentVersion read(ResultSet row, int number) throws SQLException {
		return new InstrumentVersion(row.getInt("id"), Instrument.valueOf(row.getString("instrument")),
				row.getInt("number"), State.valueOf(row.getString("state")), row.getString("source_hash") == null,
				instant(row, "opened_at"), instant(row, "closed_at"), List.of());
	}

	/**
	 * After the rows are read: a second connection for one reader would be one too many.
	 */
	private List<InstrumentVersion> withItems(List<InstrumentVersion> versions) {
		return versions.stream()
			.map((version) -> version.with((version.state() == State.DRAFT) ? items(version.id())
					: this.words.computeIfAbsent(version.id(), this::items)))
			.toList();
	}

	private List<Item> items(int version) {
		return this.jdbc.sql("select * from survey.item where version_id = ? order by position")
			.param(version)
			.query((row, number) -> new Item(row.getInt("position"), row.getString("code"), row.getString("dimension"),
					row.getString("text"), row.getString("text_en")))
			.list();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
