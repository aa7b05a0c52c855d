package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts the staff need again and again. Those of all agencies are kept by coordinators,
 * those of one by its head and officers.
 */
@Service
@Transactional
public class AnswerTemplates {

	private final JdbcClient jdbc;

	private final Clock clock;

	AnswerTemplates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What a text is for. */
	public enum Purpose {

		ANSWER, QUESTION, RESOLUTION, REJECTION, OUTAGE_ENDED

	}

	/**
	 * A text with placeholders.
	 *
	 * @param agency null for those of all
	 * @param textEn null where nobody wrote it in English
	 * @param version 0 for one that is new
	 */
	public record AnswerTemplate(UUID id, @Nullable AgencyId agency, Purpose purpose, String name, String text,
			@Nullable String textEn, int version) {
	}

	/** Those of an agency and of all, by what they are for and by name. */
	@Transactional(readOnly = true)
	public List<AnswerTemplate> of(@Nullable AgencyId agency) {
		return this.jdbc.sql("""
				select * from complaint.answer_template where agency is null or agency = :agency
				order by purpose, agency nulls last, lower(name), id""")
			.param("agency", (agency != null) ? agency.code() : null)
			.query(AnswerTemplates::template)
			.list();
	}

	/** All there are. */
	@Transactional(readOnly = true)
	public List<AnswerTemplate> all() {
		return this.jdbc
			.sql("select * from complaint.answer_template order by agency nulls first, purpose, lower(name), id")
			.query(AnswerTemplates::template)
			.list();
	}

	/** Those that fit, of an agency and of all. */
	public List<AnswerTemplate> of(@Nullable AgencyId agency, Purpose purpose) {
		return of(agency).stream().filter((template) -> template.purpose() == purpose).toList();
	}

	@Transactional(readOnly = true)
	public Optional<AnswerTemplate> find(UUID id) {
		return this.jdbc.sql("select * from complaint.answer_template where id = ?")
			.param(id)
			.query(AnswerTemplates::template)
			.optional();
	}

	private static AnswerTemplate template(ResultSet row, int number) throws SQLException {
		return new AnswerTemplate(row.getObject("id", UUID.class), CaseRows.agency(row.getString("agency")),
				Purpose.valueOf(row.getString("purpose")), row.getString("name"), row.getString("text"),
				row.getString("text_en"), row.getInt("version"));
	}

	/**
	 * Writes one, new or changed.
	 * @throws OptimisticLockingFailureException if somebody else changed it meanwhile
	 */
	public void write(AnswerTemplate template, AccountId by) {
		int written = this.jdbc.sql("""
				insert into complaint.answer_template
					(id, agency, purpose, name, text, text_en, changed_by, changed_at, version)
				values (:id, :agency, :purpose, :name, :text, :textEn, :by, :now, 1)
				on conflict (id) do update set name = excluded.name, text = excluded.text, text_en = excluded.text_en,
					changed_by = excluded.changed_by, changed_at = excluded.changed_at,
					version = answer_template.version + 1
				where answer_template.version = :version""")
			.param("id", template.id())
			.param("agency", (template.agency() != null) ? template.agency().code() : null)
			.param("purpose", template.purpose().name())
			.param("name", template.name())
			.param("text", template.text())
			.param("textEn", template.textEn())
			.param("by", by.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("version", template.version())
			.update();
		if (written == 0) {
			throw new OptimisticLockingFailureException("The template was changed meanwhile");
		}
	}

	public void remove(UUID id) {
		this.jdbc.sql("delete from complaint.answer_template where id = ?").param(id).update();
	}

}
