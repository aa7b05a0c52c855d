package id.tangerangkota.layanan.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What people use: services they went on to, words they asked for. Nothing says who. */
@org.springframework.stereotype.Service
public class ServiceUsage {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final int DAYS = 30;

	/** A word fewer people asked for could point at one of them. */
	private static final int MANY = 5;

	private final UsageCounts counts;

	private final JdbcClient jdbc;

	private final Clock clock;

	ServiceUsage(UsageCounts counts, JdbcClient jdbc, Clock clock) {
		this.counts = counts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts that somebody went on to a service. */
	public void opened(ServiceId service) {
		this.counts.add(UsageCounts.Kind.SERVICE_OPENED, service.toString());
	}

	/** Counts that the page of a service was shown. */
	public void viewed(String slug) {
		this.counts.add(UsageCounts.Kind.SERVICE_VIEWED, slug);
	}

	/** Counts that somebody searched and saw the first services that were found. */
	public void searched() {
		this.counts.searched();
	}

	/** Counts that somebody went on to one of the first services of a search. */
	public void found() {
		this.counts.hit();
	}

	/** The services people went on to most in the last 30 days; empty when nobody did. */
	@Transactional(readOnly = true)
	public List<ServiceSummary> mostOpened(int limit) {
		return this.jdbc.sql("select " + ServiceRows.SUMMARY + """
				from (select service_id, sum(opened) as opened from catalog.opening where day > :since
					group by service_id order by 2 desc limit :limit) o
				join catalog.service s on s.id = o.service_id left join catalog.agency a on a.id = s.agency_id
				order by o.opened desc, s.name""")
			.param("since", since())
			.param("limit", limit)
			.query(ServiceRows::summary)
			.list();
	}

	/**
	 * Words of the catalogue that at least five searches of the last 30 days asked for.
	 */
	@Transactional(readOnly = true)
	public List<String> oftenAsked(int limit) {
		return this.jdbc.sql("""
				select word from catalog.word_asked where day > :since
				group by word having sum(asked) >= :many order by sum(asked) desc, word limit :limit""")
			.param("since", since())
			.param("many", MANY)
			.param("limit", limit)
			.query((row, number) -> row.getString("word"))
			.list();
	}

	/** Words of searches without a result in the last 30 days, most often first. */
	@Transactional(readOnly = true)
	public List<UnansweredWord> unanswered(int limit) {
		return this.jdbc.sql("""
				select word, sum(asked) as asked from catalog.word_unanswered where day > :since
				group by word having sum(asked) >= :many order by 2 desc, 1 limit :limit""")
			.param("since", since())
			.param("many", MANY)
			.param("limit", limit)
			.query((row, number) -> new UnansweredWord(row.getString("word"), row.getLong("asked")))
			.list();
	}

	/**
	 * How often people went on to each service that anybody went on to.
	 * @param from first day
	 * @param to inclusive
	 */
	@Transactional(readOnly = true)
	public Map<ServiceId, Long> opened(LocalDate from, LocalDate to) {
		return countsOfServices("""
				select service_id, sum(opened) as number from catalog.opening where day between :from and :to
				group by service_id""", from, to);
	}

	/**
	 * The first day on which anybody went on to any service; nothing before the first.
	 */
	@Transactional(readOnly = true)
	public Optional<LocalDate> countedSince() {
		return this.jdbc.sql("select day from catalog.opening order by day limit 1").query(LocalDate.class).optional();
	}

	/**
	 * How often the page of each service was shown, of those that were.
	 * @param from first day
	 * @param to inclusive
	 */
	@Transactional(readOnly = true)
	public Map<ServiceId, Long> viewed(LocalDate from, LocalDate to) {
		return countsOfServices("""
				select service_id, sum(viewed) as number from catalog.view_day where day between :from and :to
				group by service_id""", from, to);
	}

	/** The first day on which the page of any service was shown; nothing before it. */
	@Transactional(readOnly = true)
	public Optional<LocalDate> viewedSince() {
		return this.jdbc.sql("select day from catalog.view_day order by day limit 1").query(LocalDate.class).optional();
	}

	private Map<ServiceId, Long> countsOfServices(String sql, LocalDate from, LocalDate to) {
		Map<ServiceId, Long> counts = new HashMap<>();
		this.jdbc.sql(sql).param("from", from).param("to", to).query((row) -> {
			counts.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getLong("number"));
		});
		return counts;
	}

	private LocalDate since() {
		return LocalDate.now(this.clock.withZone(ZONE)).minusDays(DAYS);
	}

	/** A word nothing was found for, and how many searches asked for it. */
	public record UnansweredWord(String word, long asked) {
	}

}
