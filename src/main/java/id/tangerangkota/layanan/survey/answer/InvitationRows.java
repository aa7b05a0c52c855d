package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.survey.Occasion;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores invitations. */
@Component
class InvitationRows {

	private final JdbcClient jdbc;

	InvitationRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The one for this occasion: the first that was made. */
	UUID make(Occasion occasion, byte[] subject, @Nullable ComplaintId complaint, @Nullable ServiceId service,
			@Nullable String agency, Instant now, Instant expires) {
		this.jdbc
			.sql("""
					insert into survey.invitation (id, occasion, subject, complaint_id, service_id, agency, made_at, expires_at)
					values (:id, :occasion, :subject, :complaint, :service, :agency, :now, :expires)
					on conflict (subject) do nothing""")
			.param("id", UUID.randomUUID())
			.param("occasion", occasion.name())
			.param("subject", subject)
			.param("complaint", (complaint != null) ? complaint.value() : null)
			.param("service", (service != null) ? service.value() : null)
			.param("agency", agency)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", expires.atOffset(ZoneOffset.UTC))
			.update();
		return this.jdbc.sql("select id from survey.invitation where subject = ?")
			.param(subject)
			.query((row, number) -> row.getObject("id", UUID.class))
			.single();
	}

	Optional<Invitation> find(UUID id, Instant now) {
		return this.jdbc.sql("select * from survey.invitation where id = ?").param(id).query((row, number) -> {
			@Nullable UUID service = row.getObject("service_id", UUID.class);
			return new Invitation(id, Occasion.valueOf(row.getString("occasion")),
					(service != null) ? new ServiceId(service) : null, row.getString("agency"),
					row.getObject("answered_on") != null,
					row.getObject("expires_at", OffsetDateTime.class).toInstant().isBefore(now));
		}).optional();
	}

	/** Whether it was not used before. */
	boolean use(UUID id, Instant now) {
		return this.jdbc.sql("update survey.invitation set answered_on = ? where id = ? and answered_on is null")
			.params(LocalDate.ofInstant(now, AvailabilityReport.ZONE), id)
			.update() == 1;
	}

	@Nullable ComplaintId complaint(UUID id) {
		return this.jdbc.sql("select complaint_id from survey.invitation where id = ? and complaint_id is not null")
			.param(id)
			.query((row, number) -> new ComplaintId(row.getObject("complaint_id", UUID.class)))
			.optional()
			.orElse(null);
	}

}
