package id.tangerangkota.layanan.availability.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.Recurring.Time;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of announced work. Whoever calls it brings the transaction.
 */
@Component
class WindowRows {

	private final JdbcClient jdbc;

	WindowRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Announced work with all its times. */
	record Window(WindowId id, MaintenanceScope scope, Recurring times, String text) {

		Maintenance at(Time time) {
			return new Maintenance(this.id, this.scope, this.times.recurrence(), time.start(), time.end(), this.text);
		}

		boolean announcesTheSame(Window other) {
			return this.scope.equals(other.scope) && this.times.equals(other.times) && this.text.equals(other.text);
		}

	}

	/**
	 * Lets one announce at a time, until the end of the transaction: work of an agency
	 * and of its services share what may be announced.
	 */
	void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('availability.maintenance_window'))").query((row) -> {
		});
	}

	void add(Window window, AccountId by, Instant now) {
		ServiceId service = window.scope().service();
		AgencyId agency = window.scope().agency();
		this.jdbc
			.sql("""
					insert into availability.maintenance_window (id, service_id, agency, recurrence, starts, minutes, last_day,
						text, announced_by, announced_at)
					values (:id, :service, :agency, :recurrence, :starts, :minutes, :last, :text, :by, :now)""")
			.param("id", window.id().value())
			.param("service", (service != null) ? service.value() : null)
			.param("agency", (agency != null) ? agency.code() : null)
			.param("recurrence", window.times().recurrence().name())
			.param("starts", IncidentRows.timestamp(window.times().first()))
			.param("minutes", window.times().length().toMinutes())
			.param("last", window.times().lastDay())
			.param("text", window.text())
			.param("by", by.value())
			.param("now", IncidentRows.timestamp(now))
			.update();
	}

	/** Those nobody has ended. */
	List<Window> live() {
		return this.jdbc
			.sql("select * from availability.maintenance_window where cancelled_at is null order by starts, id")
			.query(WindowRows::window)
			.list();
	}

	private static Window window(ResultSet row, int number) throws SQLException {
		UUID service = row.getObject("service_id", UUID.class);
		MaintenanceScope scope = (service != null) ? MaintenanceScope.of(new ServiceId(service))
				: MaintenanceScope.of(new AgencyId(row.getString("agency")));
		return new Window(new WindowId(row.getObject("id", UUID.class)), scope,
				new Recurring(Recurrence.valueOf(row.getString("recurrence")), IncidentLists.instant(row, "starts"),
						Duration.ofMinutes(row.getInt("minutes")), row.getObject("last_day", LocalDate.class)),
				row.getString("text"));
	}

	/** Ends a window; returns whether it was not ended before. */
	boolean cancel(WindowId window, Instant now) {
		boolean found = this.jdbc.sql("""
				update availability.maintenance_window set cancelled_at = :now
				where id = :id and cancelled_at is null""")
			.param("now", IncidentRows.timestamp(now))
			.param("id", window.value())
			.update() > 0;
		if (found) {
			this.jdbc.sql("""
					update availability.maintenance_time set ends = greatest(starts, :now)
					where window_id = :id and ends > :now""")
				.param("now", IncidentRows.timestamp(now))
				.param("id", window.value())
				.update();
		}
		return found;
	}

	/**
	 * Words it anew and keeps what stood there; returns whether there is such a window.
	 */
	boolean reword(WindowId window, String text, AccountId by, Instant now) {
		int kept = this.jdbc.sql("""
				insert into availability.maintenance_edit (id, window_id, text_before, edited_by, edited_at)
				select gen_random_uuid(), id, text, :by, :now from availability.maintenance_window where id = :id""")
			.param("by", by.value())
			.param("now", IncidentRows.timestamp(now))
			.param("id", window.value())
			.update();
		return kept > 0 && this.jdbc.sql("update availability.maintenance_window set text = :text where id = :id")
			.param("text", text)
			.param("id", window.value())
			.update() > 0;
	}

	/**
	 * Writes a time down; returns whether it was not before. Whoever ends the window
	 * waits until then, so that nothing is done of what was taken back.
	 */
	boolean plan(WindowId window, Time time) {
		return this.jdbc.sql("""
				insert into availability.maintenance_time (window_id, starts, ends)
				select id, :starts, :ends from availability.maintenance_window
				where id = :id and cancelled_at is null for share
				on conflict do nothing""")
			.param("id", window.value())
			.param("starts", IncidentRows.timestamp(time.start()))
			.param("ends", IncidentRows.timestamp(time.end()))
			.update() > 0;
	}

	/** A time that was done or is being done. */
	record Done(Window window, Time time) {

		Maintenance view() {
			return this.window.at(this.time);
		}

	}

	private static Done done(ResultSet row, int number) throws SQLException {
		return new Done(window(row, number),
				new Time(IncidentLists.instant(row, "began"), IncidentLists.instant(row, "ended")));
	}

	/** What is being done at an instant, by its end. */
	List<Done> at(Instant now) {
		return this.jdbc.sql("""
				select w.*, t.starts as began, t.ends as ended from availability.maintenance_time t
				join availability.maintenance_window w on w.id = t.window_id
				where t.starts <= :now and t.ends > :now order by t.ends, w.id""")
			.param("now", IncidentRows.timestamp(now))
			.query(WindowRows::done)
			.list();
	}

	/** What ended before an instant, the newest first. */
	List<Done> before(Instant now, int limit, int offset) {
		return this.jdbc.sql("""
				select w.*, t.starts as began, t.ends as ended from availability.maintenance_time t
				join availability.maintenance_window w on w.id = t.window_id
				where t.ends <= :now and t.ends > t.starts order by t.ends desc, w.id limit :limit offset :offset""")
			.param("now", IncidentRows.timestamp(now))
			.param("limit", limit)
			.param("offset", offset)
			.query(WindowRows::done)
			.list();
	}

	/**
	 * How many said that the work on a service concerns them.
	 *
	 * @param since when the service was begun to be worked on
	 */
	record Taps(ServiceId service, Instant since, int count) {
	}

	/** Those of work that began then; the end is exclusive. */
	List<Taps> taps(Instant from, Instant until) {
		return this.jdbc
			.sql("select service_id, since, affected from availability.work_affected where since >= ? and since < ?")
			.params(IncidentRows.timestamp(from), IncidentRows.timestamp(until))
			.query((row, number) -> new Taps(new ServiceId(row.getObject("service_id", UUID.class)),
					IncidentLists.instant(row, "since"), row.getInt("affected")))
			.list();
	}

	long countBefore(Instant now) {
		return this.jdbc.sql("""
				select count(*) from availability.maintenance_time where ends <= ? and ends > starts""")
			.param(IncidentRows.timestamp(now))
			.query(Long.class)
			.single();
	}

	/** What was done of ended windows since an instant. */
	List<Done> ofEnded(Instant since) {
		return this.jdbc.sql("""
				select w.*, t.starts as began, t.ends as ended from availability.maintenance_time t
				join availability.maintenance_window w on w.id = t.window_id
				where w.cancelled_at is not null and t.ends > :since and t.ends > t.starts""")
			.param("since", IncidentRows.timestamp(since))
			.query(WindowRows::done)
			.list();
	}

}
