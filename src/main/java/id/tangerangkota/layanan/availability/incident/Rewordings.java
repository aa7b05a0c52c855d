package id.tangerangkota.layanan.availability.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the staff wrote before they worded it anew. */
@Component
public class Rewordings {

	private final JdbcClient jdbc;

	Rewordings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of an incident, the oldest first. */
	public List<Rewording> of(IncidentId incident) {
		return this.jdbc.sql("""
				select entry_id, text_before, edited_at from availability.incident_edit
				where incident_id = ? and text_before is not null order by edited_at, id""")
			.param(incident.value())
			.query((row, number) -> rewording(row, row.getObject("entry_id", UUID.class)))
			.list();
	}

	/** Those of announced work, the oldest first; of others nothing is there. */
	public Map<WindowId, List<Rewording>> of(Collection<WindowId> windows) {
		Map<WindowId, List<Rewording>> found = new HashMap<>();
		this.jdbc.sql("""
				select window_id, text_before, edited_at from availability.maintenance_edit
				where window_id = any (?) order by edited_at, id""")
			.param(windows.stream().map(WindowId::value).toArray(UUID[]::new))
			.query((row) -> {
				found.computeIfAbsent(new WindowId(row.getObject("window_id", UUID.class)), (id) -> new ArrayList<>())
					.add(rewording(row, null));
			});
		return found;
	}

	private static Rewording rewording(ResultSet row, @Nullable UUID entry) throws SQLException {
		return new Rewording(entry, row.getString("text_before"), IncidentLists.instant(row, "edited_at"));
	}

	/**
	 * How often an entry was written, or the post-mortem, so that whoever words it anew
	 * can say what they have read.
	 * @param entry null for the post-mortem
	 */
	public int version(IncidentId incident, @Nullable UUID entry) {
		return this.jdbc.sql("""
				select (select count(*) from availability.incident_edit
						where incident_id = :incident and entry_id is not distinct from cast(:entry as uuid))
					+ (select count(*) from availability.incident_entry where id = cast(:entry as uuid))
					+ (select count(*) from availability.incident
						where id = :incident and cast(:entry as uuid) is null and post_mortem is not null)""")
			.param("incident", incident.value())
			.param("entry", entry)
			.query(Integer.class)
			.single();
	}

	/** How often announced work was worded anew. */
	public int version(WindowId window) {
		return this.jdbc.sql("select count(*) from availability.maintenance_edit where window_id = ?")
			.param(window.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Lets one word announced work anew at a time, until the end of the transaction.
	 * @throws OptimisticLockingFailureException if somebody did since it was read
	 */
	void require(WindowId window, int version) {
		this.jdbc.sql("select id from availability.maintenance_window where id = ? for no key update")
			.param(window.value())
			.query((row) -> {
			});
		requireSame(version(window), version);
	}

	/**
	 * Lets one word an entry or the post-mortem at a time, until the end of the
	 * transaction.
	 * @throws OptimisticLockingFailureException if somebody did since it was read
	 */
	void require(IncidentId incident, @Nullable UUID entry, int version) {
		this.jdbc.sql("select id from availability.incident where id = ? for no key update")
			.param(incident.value())
			.query((row) -> {
			});
		requireSame(version(incident, entry), version);
	}

	private static void requireSame(int present, int read) {
		if (present != read) {
			throw new OptimisticLockingFailureException("Somebody else worded it anew");
		}
	}

}
