package id.tangerangkota.layanan.availability.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.AtOnce;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.AvailabilityReport.Moment;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceBack;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@RecordApplicationEvents
class StateKeepingIntegrationTests {

	private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);

	private final ServiceId service = ScriptedChecks.service();

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEvents events;

	/** It is up at the first of them, and slow from the same on. */
	@Test
	void isSlowFromItsFirstAnswerOn() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(ScriptedChecks.slow(check, minute(1)));
		this.checks.tell(ScriptedChecks.slow(check, minute(2)), ScriptedChecks.slow(check, minute(3)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "DEGRADED 1-");
	}

	@Test
	void keepsStatesAsIntervals() {
		int check = this.checks.start(this.service, minute(0));
		assertThat(this.report.now(this.service).reason()).isEqualTo(StateReason.STARTING);
		this.checks.tell(up(check, minute(1)));
		this.checks.tell(down(check, minute(2)));
		this.checks.tell(down(check, minute(3)));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UP);
		this.checks.tell(down(check, minute(4)));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.DOWN);
		assertThat(this.report.now(this.service).since()).isEqualTo(minute(2));
		this.checks.tell(up(check, minute(5)));
		this.checks.tell(up(check, minute(6)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "DOWN 2-5", "UP 5-");
		assertThat(this.report.outages(this.service, minute(0), minute(60))).singleElement().satisfies((outage) -> {
			assertThat(outage.start()).isEqualTo(minute(2));
			assertThat(outage.end()).isEqualTo(minute(5));
			assertThat(outage.cause()).isEqualTo(StateReason.STATUS);
			assertThat(this.events.stream(OutageStarted.class).filter((event) -> event.service().equals(this.service)))
				.containsExactly(new OutageStarted(outage.id(), this.service, minute(2), StateReason.STATUS));
			assertThat(this.events.stream(OutageEnded.class).filter((event) -> event.service().equals(this.service)))
				.containsExactly(new OutageEnded(outage.id(), this.service, minute(2), minute(5), ServiceState.UP));
		});
		assertThat(this.events.stream(ServiceBack.class).filter((event) -> event.service().equals(this.service)))
			.containsExactly(new ServiceBack(this.service, ServiceState.UNKNOWN, minute(1)),
					new ServiceBack(this.service, ServiceState.DOWN, minute(5)));
		assertThat(this.report.statesAt(Stream.of(minute(2).minusNanos(1000), minute(2), minute(-1))
			.map((at) -> new Moment(this.service, at))
			.toList())).containsExactly(ServiceState.UP, ServiceState.DOWN, ServiceState.UNMONITORED);
		assertThat(this.report.uptime(this.service, minute(-1), minute(10))).isEqualTo(new Uptime(Duration.ofMinutes(6),
				Duration.ZERO, Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(1)));
	}

	/** Seen by nobody before: all of it came in one batch after the database was away. */
	@Test
	void followsManyResultsOfACheckAtOnce() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)), down(check, minute(2)), down(check, minute(3)), down(check, minute(4)),
				up(check, minute(5)), up(check, minute(6)),
				ScriptedChecks.of(check, minute(7), Outcome.VOID, Cause.OWN_NETWORK));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "DOWN 2-5", "UP 5-7", "UNKNOWN 7-");
		assertThat(this.report.outages(this.service, minute(0), minute(60))).hasSize(1);
	}

	@Test
	void goesOnBeingOutWhileNobodyCanSay() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(down(check, minute(1)), down(check, minute(2)), down(check, minute(3)));
		this.checks.tell(ScriptedChecks.of(check, minute(4), Outcome.VOID, Cause.OWN_NETWORK));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UNKNOWN);
		this.checks.tell(down(check, minute(5)), down(check, minute(6)), down(check, minute(7)));
		assertThat(this.report.now(this.service).since()).isEqualTo(minute(1));
		assertThat(this.report.watched(Integer.MAX_VALUE)).filteredOn((state) -> state.service().equals(this.service))
			.singleElement()
			.extracting(CurrentState::since)
			.isEqualTo(minute(1));
		this.checks.tell(up(check, minute(8)), up(check, minute(9)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "DOWN 1-4", "UNKNOWN 4-5", "DOWN 5-8", "UP 8-");
		assertThat(this.report.outages(this.service, minute(0), minute(60))).singleElement()
			.extracting(Outage::start, Outage::end)
			.containsExactly(minute(1), minute(8));
		assertThat(this.events.stream(OutageStarted.class).filter((event) -> event.service().equals(this.service)))
			.hasSize(1);
		assertThat(this.report.uptime(this.service, minute(1), minute(8)).down()).isEqualTo(Duration.ofMinutes(6));
	}

	/**
	 * One lucky answer after it would end the outage, and the next failures begin
	 * another.
	 */
	@Test
	void doesNotRecoverByOneSuccessAfterNobodyCouldSay() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(down(check, minute(1)), down(check, minute(2)), down(check, minute(3)));
		this.checks.tell(ScriptedChecks.of(check, minute(4), Outcome.VOID, Cause.OWN_NETWORK));
		this.checks.tell(up(check, minute(5)));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UNKNOWN);
		this.checks.tell(down(check, minute(6)), down(check, minute(7)), down(check, minute(8)));
		this.checks.tell(ScriptedChecks.of(check, minute(9), Outcome.BLIND, Cause.NOBODY_LOOKED));
		this.checks.tell(up(check, minute(10)));
		this.checks.tell(up(check, minute(11)));
		assertThat(this.report.outages(this.service, minute(0), minute(60))).singleElement()
			.extracting(Outage::start, Outage::end)
			.containsExactly(minute(1), minute(10));
	}

	/** Out of sockets, a node looks at nothing, however many results it stores. */
	@Test
	void knowsNothingWhenEveryLookIsTooLate() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)));
		for (int minute = 2; minute < 5; minute++) {
			this.checks.tell(ScriptedChecks.of(check, minute(minute), Outcome.VOID, Cause.LATE));
		}
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UP);
		this.checks.tell(ScriptedChecks.of(check, minute(5), Outcome.VOID, Cause.LATE));
		assertThat(this.report.now(this.service).reason()).isEqualTo(StateReason.NOBODY_LOOKED);
		this.checks.tell(up(check, minute(6)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "UNKNOWN 2-6", "UP 6-");
	}

	@Test
	void isOutOnlyWhenAllListingsAre() {
		int web = this.checks.add(this.service, Platform.WEB);
		int app = this.checks.add(this.service, Platform.ANDROID);
		this.checks.start(web, minute(0));
		this.checks.start(app, minute(0));
		this.checks.tell(up(web, minute(1)), up(app, minute(1)));
		this.checks.tell(down(web, minute(2)), down(web, minute(3)), down(web, minute(4)));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.DEGRADED);
		assertThat(this.report.now(this.service).reason()).isEqualTo(StateReason.PARTLY);
		// Confirmed later, but it was so before: both were down from the third minute.
		this.checks.tell(up(web, minute(5)), down(app, minute(3)), down(app, minute(4)), down(app, minute(5)));
		this.checks.tell(up(web, minute(6)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "DEGRADED 2-3", "DOWN 3-5",
				"DEGRADED 5-");
	}

	/** Of two shards, so nothing else keeps one from overtaking the other. */
	@Test
	void countsWhatTwoTellOfOneServiceAtTheSameTime() throws Exception {
		int web = this.checks.add(this.service, Platform.WEB);
		int app = this.checks.add(this.service, Platform.ANDROID);
		this.checks.start(web, minute(0));
		this.checks.start(app, minute(0));
		this.checks.tell(up(web, minute(1)), up(app, minute(1)));
		AtOnce.run(this.transaction, this.jdbc,
				() -> this.checks.tell(down(web, minute(2)), down(web, minute(3)), down(web, minute(4))),
				() -> this.checks.tell(down(app, minute(3)), down(app, minute(4)), down(app, minute(5))));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "DEGRADED 2-3", "DOWN 3-");
		assertThat(this.report.outages(this.service, minute(0), minute(60))).singleElement()
			.extracting(Outage::start)
			.isEqualTo(minute(3));
	}

	/** A service nobody has kept states of yet. */
	@Test
	void countsWhatTwoBeginOfOneServiceAtTheSameTime() throws Exception {
		int web = this.checks.add(this.service, Platform.WEB);
		int app = this.checks.add(this.service, Platform.ANDROID);
		AtOnce.run(this.transaction, this.jdbc, () -> this.checks.start(web, minute(0)),
				() -> this.checks.start(app, minute(0)));
		this.checks.tell(up(web, minute(1)), down(app, minute(1)), down(app, minute(2)), down(app, minute(3)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "DEGRADED 1-");
	}

	/** One listing after the other gets out of sight; that is no outage. */
	@Test
	void isNotOutBecauseNothingIsKnownOfOneListing() {
		int web = this.checks.add(this.service, Platform.WEB);
		int app = this.checks.add(this.service, Platform.ANDROID);
		this.checks.start(web, minute(0));
		this.checks.start(app, minute(0));
		this.checks.tell(up(app, minute(1)), down(web, minute(1)), down(web, minute(2)), down(web, minute(3)));
		this.checks.tell(ScriptedChecks.of(app, minute(4), Outcome.VOID, Cause.OWN_NETWORK));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.DEGRADED);
		this.checks.tell(ScriptedChecks.of(web, minute(5), Outcome.VOID, Cause.OWN_NETWORK));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UNKNOWN);
		assertThat(this.events.stream(OutageStarted.class).filter((event) -> event.service().equals(this.service)))
			.isEmpty();
	}

	/** Its port is open all the time, but its pages cannot be opened. */
	@Test
	void isNotBackBecauseTheCheckThatFailsSeesNothing() {
		int page = this.checks.start(this.service, minute(0));
		int port = this.checks.start(this.service, minute(0));
		this.checks.tell(up(page, minute(1)), up(port, minute(1)));
		this.checks.tell(down(page, minute(2)), down(page, minute(3)), down(page, minute(4)));
		this.checks.tell(ScriptedChecks.of(page, minute(5), Outcome.VOID, Cause.OWN_NETWORK), up(port, minute(5)));
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UNKNOWN);
		// Another reason: what it was before lies two intervals back.
		this.checks.tell(ScriptedChecks.of(page, minute(6), Outcome.VOID, Cause.PORT_REFUSED), up(port, minute(6)));
		assertThat(this.report.now(this.service).reason()).isEqualTo(StateReason.PORT_REFUSED);
		assertThat(ended()).isEmpty();
		this.checks.tell(up(page, minute(7)), up(page, minute(8)));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-2", "DOWN 2-5", "UNKNOWN 5-6",
				"UNKNOWN 6-7", "UP 7-");
		assertThat(ended()).singleElement()
			.extracting(OutageEnded::start, OutageEnded::end, OutageEnded::then)
			.containsExactly(minute(2), minute(7), ServiceState.UP);
	}

	@Test
	void isNotBackBecauseTheCheckThatFailsIsStopped() {
		int page = this.checks.start(this.service, minute(0));
		int port = this.checks.start(this.service, minute(0));
		this.checks.tell(up(port, minute(1)), down(page, minute(1)), down(page, minute(2)), down(page, minute(3)));
		this.checks.tell(ScriptedChecks.of(page, minute(4), Outcome.BLIND, Cause.NOBODY_LOOKED));
		this.checks.stop(page, minute(6));
		assertThat(ended()).singleElement()
			.extracting(OutageEnded::end, OutageEnded::then)
			.containsExactly(minute(6), ServiceState.UNMONITORED);
		assertThat(this.events.stream(ServiceBack.class).filter((event) -> event.service().equals(this.service)))
			.isEmpty();
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "DOWN 1-4", "UNKNOWN 4-6", "UP 6-");
	}

	private Stream<OutageEnded> ended() {
		return this.events.stream(OutageEnded.class).filter((event) -> event.service().equals(this.service));
	}

	@Test
	void endsAnOutageWhenChecksAreStopped() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(down(check, minute(1)), down(check, minute(2)), down(check, minute(3)));
		this.checks.stop(check, minute(4));
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "DOWN 1-4", "UNMONITORED 4-");
		assertThat(this.events.stream(OutageEnded.class).filter((event) -> event.service().equals(this.service)))
			.singleElement()
			.extracting(OutageEnded::then)
			.isEqualTo(ServiceState.UNMONITORED);
		this.checks.start(check, minute(6));
		this.checks.tell(up(check, minute(7)));
		assertThat(states(this.service)).endsWith("UNMONITORED 4-6", "UNKNOWN 6-7", "UP 7-");
	}

	private Instant minute(int minute) {
		return this.start.plus(Duration.ofMinutes(minute));
	}

	private List<String> states(ServiceId of) {
		return this.checks.states(of, this.start);
	}

}
