package id.tangerangkota.layanan.availability.check;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.InnerNetworks;
import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at addresses that were only guessed, a few each minute: does the name resolve,
 * does something answer, does the page have a title? What does is proposed for
 * verification. A result counts nowhere.
 */
@Component
class Exploring {

	private static final int FEWEST = 5;

	private static final int MOST = 200;

	private static final int LONGEST_TITLE = 200;

	private static final String PROPOSED = """
			from availability.exploration e join availability.check_definition d on d.id = e.check_id
			where e.proposed_at is not null and e.dismissed_at is null and d.mode = 'EXPLORED'
				and d.removed_at is null and not d.gone
			""";

	private final JdbcClient jdbc;

	private final CheckRows rows;

	private final CheckSettings settings;

	private final Clock clock;

	Exploring(JdbcClient jdbc, CheckRows rows, CheckSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.settings = settings;
		this.clock = clock;
	}

	private record Found(CheckDetail check, Result result) {
	}

	/**
	 * Looks at those that are due, and waits for the answers.
	 * @return at how many
	 */
	int look(Looking looking) {
		Instant now = this.clock.instant();
		List<CompletableFuture<Found>> asked = this.rows.find(due(now))
			.stream()
			.map((check) -> ask(looking, check, now))
			.toList();
		asked.stream().map(CompletableFuture::join).forEach(this::keep);
		return asked.size();
	}

	/** So many that all have their turn in time. */
	private List<Integer> due(Instant now) {
		return this.jdbc.sql("""
				with explored as (
					select d.id, e.next_at from availability.check_definition d
					left join availability.exploration e on e.check_id = d.id
					where d.mode = 'EXPLORED' and d.removed_at is null and not d.gone and not exists
						(select from availability.check_pause p where p.check_id = d.id and p.resumed_at is null)
				)
				select id from explored where next_at is null or next_at <= :now
				order by next_at nulls first, id
				limit (select least(:most, greatest(:fewest, 2 * count(*) / :minutes)) from explored)""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("fewest", FEWEST)
			.param("most", MOST)
			.param("minutes", this.settings.exploreEvery().toMinutes())
			.query((row, number) -> row.getInt("id"))
			.list();
	}

	private static CompletableFuture<Found> ask(Looking looking, CheckDetail check, Instant now) {
		CompletableFuture<Found> found = new CompletableFuture<>();
		HttpTarget http = (check.spec().target() instanceof HttpTarget target
				&& target.method() == HttpTarget.Method.GET) ? target.titled() : null;
		looking.probe((http != null) ? http : check.spec().target(), now,
				(result) -> found.complete(new Found(check, result)));
		return found;
	}

	private void keep(Found found) {
		Result result = found.result();
		if (result.outcome() == Outcome.VOID && result.cause() != Cause.PORT_REFUSED) {
			// Says nothing; it is still due, unless it would be the same again.
			return;
		}
		InetAddress address = result.address();
		boolean resolved = address != null && result.cause() != Cause.DNS;
		// One person's word is not enough for what stands there.
		boolean inner = address != null && InnerNetworks.contain(address);
		boolean answered = result.outcome() == Outcome.UP || result.outcome() == Outcome.SLOW;
		String title = title(result.title());
		Instant now = this.clock.instant();
		// A dismissed title is not proposed again, another may be. To have found nothing
		// changes neither.
		this.jdbc
			.sql("""
					insert into availability.exploration as e (check_id, next_at, looked_at, resolved, answered, status, title,
						proposed_at)
					values (:check, :next, :now, :resolved, :answered, :status, :title, :proposed)
					on conflict (check_id) do update set next_at = excluded.next_at, resolved = excluded.resolved,
						answered = excluded.answered,
						looked_at = case when excluded.answered then excluded.looked_at else e.looked_at end,
						status = case when excluded.answered then excluded.status else e.status end,
						title = case when excluded.answered then excluded.title else e.title end,
						proposed_at = case when not excluded.answered then e.proposed_at
							when excluded.proposed_at is not null then coalesce(e.proposed_at, excluded.proposed_at) end,
						dismissed_at = case when not excluded.answered then e.dismissed_at
							when excluded.title = e.dismissed_title then coalesce(e.dismissed_at, excluded.looked_at) end""")
			.param("check", found.check().id())
			.param("next", now.plus(this.settings.exploreEvery()).minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("resolved", resolved)
			.param("answered", answered)
			.param("status", result.status())
			.param("title", title)
			.param("proposed", (resolved && answered && !inner && title != null) ? now.atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	/** As a stranger wrote it: one line, not too long, without numbers of people. */
	private static @Nullable String title(@Nullable String title) {
		if (title == null || title.isBlank()) {
			return null;
		}
		String plain = SixteenDigits.mask(title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
		return (plain.length() > LONGEST_TITLE) ? plain.substring(0, LONGEST_TITLE) : plain;
	}

	/** What waits for somebody to look at it, the oldest first. */
	List<VerificationProposal> proposals(int offset, int size) {
		return read(this.jdbc
			.sql("select e.* " + PROPOSED + "order by e.proposed_at, e.check_id limit :size offset :offset")
			.param("size", size)
			.param("offset", offset));
	}

	/** What waits of one check. */
	Optional<VerificationProposal> proposal(int check) {
		return read(this.jdbc.sql("select e.* " + PROPOSED + "and e.check_id = :check").param("check", check)).stream()
			.findFirst();
	}

	private List<VerificationProposal> read(JdbcClient.StatementSpec statement) {
		List<Row> found = statement
			.query((row, number) -> new Row(row.getInt("check_id"), row.getTimestamp("looked_at").toInstant(),
					row.getInt("status"), row.getString("title"), row.getTimestamp("proposed_at").toInstant()))
			.list();
		List<CheckDetail> checks = this.rows.find(found.stream().map(Row::check).toList());
		return found.stream().flatMap((row) -> proposal(row, checks)).toList();
	}

	private record Row(int check, Instant lookedAt, int status, String title, Instant proposedAt) {
	}

	private static Stream<VerificationProposal> proposal(Row row, List<CheckDetail> checks) {
		return checks.stream()
			.filter((check) -> check.id() == row.check())
			.map((check) -> new VerificationProposal(check, row.title(), row.status(), row.lookedAt(),
					row.proposedAt()));
	}

	long countProposals() {
		return this.jdbc.sql("select count(*) " + PROPOSED).query(Long.class).single();
	}

	/** What was found at another address says nothing about the one they have now. */
	void forget(Collection<Integer> checks) {
		this.jdbc.sql("delete from availability.exploration where check_id = any (?)")
			.param(checks.toArray(Integer[]::new))
			.update();
	}

	boolean dismiss(int check) {
		return this.jdbc.sql("""
				update availability.exploration set dismissed_at = :now, dismissed_title = title
				where check_id = :check and proposed_at is not null and dismissed_at is null""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("check", check)
			.update() == 1;
	}

}
