package id.tangerangkota.layanan.complaint.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads figures of days, and of whose complaints they are. */
@Component
class CountedCases implements CaseFigures {

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	CountedCases(JdbcClient jdbc, CurrentActor actor) {
		this.jdbc = jdbc;
		this.actor = actor;
	}

	@Override
	public List<Part> of(Figure figure, LocalDate day) {
		return this.jdbc.sql("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then k.agency end as agency,
					cast(sum(k.part) as bigint) as part, cast(sum(k.whole) as bigint) as all
				from complaint.counted k join complaint.complaint c on c.id = k.complaint_id
				where k.figure = :figure and k.at >= :from and k.at < :to
				group by 1, 2 order by 1, 2""")
			.param("figure", figure.name())
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query(CountedCases::part)
			.list();
	}

	@Override
	public List<Counted> behind(Figure figure, LocalDate day) {
		CaseAccess access = CaseAccess.of(this.actor.get());
		return this.jdbc.sql("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then k.agency end as agency,
					cast(k.part as bigint) as part, cast(k.whole as bigint) as all,
					c.ticket_year, c.ticket_number, c.agency as holder, c.supervisory
				from complaint.counted k join complaint.complaint c on c.id = k.complaint_id
				where k.figure = :figure and k.at >= :from and k.at < :to
				order by c.ticket_number, k.at""")
			.param("figure", figure.name())
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query((row, number) -> {
				boolean seen = access.permits(agency(row.getString("holder")), row.getBoolean("supervisory"));
				return new Counted(
						seen ? new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")) : null,
						part(row, number));
			})
			.list();
	}

	@Override
	public Optional<Forms> forms(LocalDate day) {
		return this.jdbc
			.sql("select begun, least(sent, begun) as sent from complaint.draft_day where day = ? and begun > 0")
			.param(Date.valueOf(day))
			.query((row, number) -> new Forms(row.getLong("begun"), row.getLong("sent")))
			.optional();
	}

	@Override
	public Optional<LocalDate> received(ComplaintId complaint) {
		return this.jdbc.sql("select received_at from complaint.complaint where id = ?")
			.param(complaint.value())
			.query((row, number) -> PageClock.day(row.getTimestamp("received_at").toInstant()))
			.optional();
	}

	private static Part part(ResultSet row, int number) throws SQLException {
		@Nullable UUID service = row.getObject("service_id", UUID.class);
		return new Part((service != null) ? new ServiceId(service) : null, agency(row.getString("agency")),
				row.getLong("part"), row.getLong("all"));
	}

	private static @Nullable AgencyId agency(@Nullable String code) {
		return (code != null) ? new AgencyId(code) : null;
	}

}
