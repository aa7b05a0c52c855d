package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SurveyRemark;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote in their own words. */
@Component
@Transactional
public class Remarks extends SealedColumn {

	/**
	 * Remarks of floods about which nobody decided, or that were stuffed, are not shown,
	 * nor what somebody took off.
	 */
	private static final String SHOWN = """
			 and r.at >= :first and r.at < :last and r.hidden_at is null and not exists (select 1 from survey.burst b
				where b.id = r.burst_id and b.decision is distinct from 'GENUINE')
			""";

	private static final String BY_SERVICE = "r.service_id = :service";

	private static final String BY_AGENCY = "r.agency = :agency";

	private static final String ALL = "true";

	private static final String READ = "select r.sheet_id, r.service_id, r.at, r.text from survey.remark r where ";

	private static final String PAGE = " order by r.at desc, r.sheet_id limit :limit offset :offset";

	private static final String COUNT = "select count(*) from survey.remark r where ";

	private final Cipher cipher;

	private final JdbcClient jdbc;

	Remarks(Cipher cipher, JdbcClient jdbc) {
		super(jdbc, cipher, Remarks::place);
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	void add(Sheet sheet, String words, Instant now) {
		this.jdbc.sql(
				"insert into survey.remark (sheet_id, service_id, agency, at, text) values (:sheet, :service, :agency, :at, :text)")
			.param("sheet", sheet.id())
			.param("service", (sheet.service() != null) ? sheet.service().value() : null)
			.param("agency", sheet.agency())
			.param("at", PageClock.start(PageClock.day(now)).atOffset(ZoneOffset.UTC))
			.param("text", this.cipher.seal(PersonalText.mask(words.strip()), place(sheet.id())))
			.update();
	}

	private static Place place(UUID sheet) {
		return new Place("survey.remark", "text", sheet.toString());
	}

	/** The newest first. */
	@Transactional(readOnly = true)
	public List<SurveyRemark> list(Scope scope, Days days, int offset, int limit) {
		return read(scope, days,
				(scope.service() != null) ? READ + BY_SERVICE + SHOWN + PAGE
						: (scope.agency() != null) ? READ + BY_AGENCY + SHOWN + PAGE : READ + ALL + SHOWN + PAGE)
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> {
				UUID sheet = row.getObject("sheet_id", UUID.class);
				@Nullable UUID service = row.getObject("service_id", UUID.class);
				return new SurveyRemark(sheet, PageClock.day(row.getObject("at", OffsetDateTime.class).toInstant()),
						(service != null) ? new ServiceId(service) : null,
						this.cipher.open(row.getString("text"), place(sheet)));
			})
			.list();
	}

	@Transactional(readOnly = true)
	public long count(Scope scope, Days days) {
		return read(scope, days,
				(scope.service() != null) ? COUNT + BY_SERVICE + SHOWN
						: (scope.agency() != null) ? COUNT + BY_AGENCY + SHOWN : COUNT + ALL + SHOWN)
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec read(Scope scope, Days days, String sql) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("first", days.first().atStartOfDay(AvailabilityReport.ZONE).toOffsetDateTime())
			.param("last", days.last().plusDays(1).atStartOfDay(AvailabilityReport.ZONE).toOffsetDateTime());
		if (scope.service() != null) {
			return statement.param("service", scope.service().value());
		}
		return (scope.agency() != null) ? statement.param("agency", scope.agency()) : statement;
	}

	@Override
	public String name() {
		return "survey.remark";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from survey.remark where not starts_with(text, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select sheet_id as id, text as sealed from survey.remark where not starts_with(text, :newest)
				limit :limit for update skip locked""", "update survey.remark set text = :sealed where sheet_id = :id",
				limit);
	}

}
