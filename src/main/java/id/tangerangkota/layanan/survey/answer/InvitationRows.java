package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

	/**
	 * The one for this occasion: the first that was made.
	 * @param subject what the occasion hashes to
	 * @param known what it hashes to by any key, so that none is made twice
	 */
	UUID make(Occasion occasion, byte[] subject, List<byte[]> known, @Nullable ComplaintId complaint,
			@Nullable ServiceId service, @Nullable String agency, Instant now, Instant expires) {
		this.jdbc
			.sql("""
					insert into survey.invitation (id, occasion, subject, complaint_id, service_id, agency, made_at, expires_at)
					select :id, :occasion, :subject, :complaint, :service, :agency, :now, :expires
					where not exists (select 1 from survey.invitation where subject in (:known))
					on conflict (subject) do nothing""")
			.param("id", UUID.randomUUID())
			.param("occasion", occasion.name())
			.param("subject", subject)
			.param("known", known)
			.param("complaint", (complaint != null) ? complaint.value() : null)
			.param("service", (service != null) ? service.value() : null)
			.param("agency", agency)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", expires.atOffset(ZoneOffset.UTC))
			.update();
		return this.jdbc.sql("select id from survey.invitation where subject in (:known) order by made_at limit 1")
			.param("known", known)
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

	/**
	 * Whether it was not used before. What it was about is forgotten: together with the
	 * day it would lead to the answer.
	 */
	boolean use(UUID id, Instant now) {
		return this.jdbc.sql("""
				update survey.invitation set answered_on = ?, complaint_id = null, service_id = null, agency = null
				where id = ? and answered_on is null""")
			.params(LocalDate.ofInstant(now, AvailabilityReport.ZONE), id)
			.update() == 1;
	}

	/**
	 * Forgets links that are over. Of complaints whose reporters have answered a mark
	 * stays: asked for once more, the link must not be one that nobody has used.
	 */
	void purge(Instant now) {
		OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				delete from survey.invitation
				where expires_at < ? and (answered_on is null or occasion <> 'COMPLAINT')""").param(time).update();
		this.jdbc.sql("""
				update survey.invitation set complaint_id = null, service_id = null, agency = null
				where expires_at < ? and agency is not null""").param(time).update();
	}

	@Nullable ComplaintId complaint(UUID id) {
		return this.jdbc.sql("select complaint_id from survey.invitation where id = ? and complaint_id is not null")
			.param(id)
			.query((row, number) -> new ComplaintId(row.getObject("complaint_id", UUID.class)))
			.optional()
			.orElse(null);
	}

}
