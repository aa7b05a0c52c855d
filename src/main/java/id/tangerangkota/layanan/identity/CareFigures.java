package id.tangerangkota.layanan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts how the staff treat what the portal knows about people, by agency. */
@Service
public class CareFigures {

	private final JdbcClient jdbc;

	CareFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A share.
	 *
	 * @param agency null for staff of none
	 */
	public record Part(@Nullable AgencyId agency, long part, long all) {
	}

	/** Active staff, and how many of them have a second factor, now. */
	public List<Part> secondFactors() {
		return this.jdbc.sql("""
				select a.agency, count(*) as all, count(*) filter (where a.totp_secret is not null
					or exists (select from identity.passkey p where p.account_id = a.id)) as part
				from identity.account a where a.kind = 'STAFF' and a.state = 'ACTIVE'
				group by a.agency order by a.agency""").query(CareFigures::part).list();
	}

	/** Times staff saw unmasked data on a day, and how often they wrote why. */
	public List<Part> explained(LocalDate day) {
		return on("""
				select office as agency, count(*) as all, count(*) filter (where note is not null) as part
				from identity.disclosure where at >= :from and at < :to group by office order by office""", day);
	}

	/** Times staff saw who reports on a day, and how often for no complaint. */
	public List<Part> withoutComplaint(LocalDate day) {
		return on("""
				select office as agency, count(*) as all, count(*) filter (where about is null) as part
				from identity.disclosure where what = 'REPORTER' and at >= :from and at < :to
				group by office order by office""", day);
	}

	private List<Part> on(String sql, LocalDate day) {
		return this.jdbc.sql(sql)
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query(CareFigures::part)
			.list();
	}

	private static Part part(ResultSet row, int number) throws SQLException {
		@Nullable String agency = row.getString("agency");
		return new Part((agency != null) ? new AgencyId(agency) : null, row.getLong("part"), row.getLong("all"));
	}

}
