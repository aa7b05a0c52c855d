package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.complaint.testing.RandomVerbs;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people do in whatever order, what is promised holds. */
@SetTimeTest
class RandomHistoriesIntegrationTests {

	private static final int COMPLAINTS = 20;

	private static final int VERBS = 250;

	@Autowired
	private Complaints complaints;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private Deadlines deadlines;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	/** What must hold of a complaint after each verb. */
	private record State(ComplaintStatus status, Instant verifyAt, Instant startAt, Instant resolveAt,
			@Nullable Instant dueAt, @Nullable Instant remindAt, @Nullable String agency, int custodies,
			@Nullable String custodian) {

	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 20260726, 987654321 })
	void keepsWhatIsPromised(long seed) {
		Random random = new Random(seed);
		RandomVerbs verbs = new RandomVerbs(this.complaints, random);
		this.clock.set("20%d-12-20T09:00".formatted(30 + (int) (seed % 3)));
		LocalDate from = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Asia/Jakarta"));
		List<Receipt> receipts = new ArrayList<>();
		for (int i = 0; i < COMPLAINTS; i++) {
			receipts.add(verbs.file());
		}
		int done = 0;
		for (int i = 0; i < VERBS; i++) {
			this.clock.advance(Duration.ofMinutes(random.nextInt(60 * 30)));
			Receipt receipt = verbs.any(receipts);
			State before = state(receipt.complaint());
			done += verbs.act(receipt, receipts) ? 1 : 0;
			check(before, state(receipt.complaint()));
			if (random.nextInt(5) == 0) {
				this.deadlines.goOn();
				this.deadlines.closeSilent();
			}
		}
		assertThat(done).as("verbs that could be done").isGreaterThan(VERBS / 8);
		LocalDate to = from.plusYears(3);
		List<AgencyCount> counts = this.statistics.byAgency(from, to);
		assertThat(counts).isNotEmpty().allSatisfy(RandomHistoriesIntegrationTests::addsUp);
		AgencyCount city = this.statistics.city(from, to);
		addsUp(city);
		AgencyCount conduct = this.statistics.conduct(from, to);
		addsUp(conduct);
		List<AgencyCount> all = Stream.concat(counts.stream(), Stream.of(conduct)).toList();
		assertThat(city.received()).isEqualTo(all.stream().mapToLong(AgencyCount::received).sum());
		assertThat(city.open()).isEqualTo(all.stream().mapToLong(AgencyCount::open).sum());
		assertThat(city.overdue()).isEqualTo(all.stream().mapToLong(AgencyCount::overdue).sum());
		AgencyCount first = counts.getFirst();
		AgencyId agency = first.agency();
		if (agency != null) {
			assertThat(this.statistics.of(agency, from, to)).contains(first);
		}
	}

	private static void addsUp(AgencyCount count) {
		assertThat(count.received() + count.transferredIn()).as("%s", count)
			.isEqualTo(count.open() + count.closed() + count.rejected() + count.merged() + count.referred()
					+ count.transferredOut());
		assertThat(count.unconfirmed()).isLessThanOrEqualTo(count.closed());
		assertThat(count.overdue()).isLessThanOrEqualTo(count.open());
		assertThat(count.inTime()).isLessThanOrEqualTo(count.resolved());
		assertThat(count.resolved()).isLessThanOrEqualTo(count.everResolved());
		assertThat(count.resolvedReopened()).isLessThanOrEqualTo(Math.min(count.everResolved(), count.reopened()));
	}

	private static void check(State before, State after) {
		if (before.status() != after.status()) {
			// A verb may take two steps: begin and finish, rate and reopen.
			assertThat(before.status().next().contains(after.status())
					|| before.status().next().stream().anyMatch((step) -> step.next().contains(after.status())))
				.as("%s to %s", before.status(), after.status())
				.isTrue();
		}
		assertThat(after.verifyAt()).isAfterOrEqualTo(before.verifyAt());
		assertThat(after.resolveAt()).isAfterOrEqualTo(before.resolveAt());
		assertThat(after.startAt()).as("nobody has longer to begin than to finish")
			.isBeforeOrEqualTo(after.resolveAt());
		assertThat(after.custodies()).isEqualTo(1);
		assertThat(after.custodian()).isEqualTo(after.agency());
		boolean runs = switch (after.status()) {
			case SUBMITTED, ASSIGNED, IN_PROGRESS -> true;
			default -> false;
		};
		if (after.status() != ComplaintStatus.WAITING_FOR_CITIZEN) {
			assertThat(after.dueAt() != null).as("%s", after).isEqualTo(runs);
		}
		if (!runs) {
			assertThat(after.remindAt()).as("%s", after).isNull();
		}
	}

	private State state(ComplaintId complaint) {
		UUID id = complaint.value();
		return this.jdbc
			.sql("""
					select c.*, (select count(*) from complaint.custody u where u.complaint_id = c.id and until is null) as custodies,
						(select u.agency from complaint.custody u where u.complaint_id = c.id and until is null) as custodian
					from complaint.complaint c where id = ?""")
			.param(id)
			.query((row, number) -> new State(ComplaintStatus.valueOf(row.getString("status")),
					row.getTimestamp("verify_at").toInstant(), row.getTimestamp("start_at").toInstant(),
					row.getTimestamp("resolve_at").toInstant(),
					(row.getTimestamp("due_at") != null) ? row.getTimestamp("due_at").toInstant() : null,
					(row.getTimestamp("remind_at") != null) ? row.getTimestamp("remind_at").toInstant() : null,
					row.getString("agency"), row.getInt("custodies"), row.getString("custodian")))
			.single();
	}

}
