package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.LatestCheck;
import id.tangerangkota.layanan.availability.LatestChecks;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Transactional
class LatestChecksIntegrationTests {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	@Autowired
	private LatestChecks latest;

	@Autowired
	private CheckDesk desk;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	private ServiceId service = ScriptedChecks.service();

	private int website;

	@BeforeEach
	void find() {
		this.service = this.catalog.service("spmb").orElseThrow().id();
		this.website = this.desk.ofService(this.service).getFirst().id();
		this.jdbc.sql("select availability.make_partition(cast(? as date) + n) from generate_series(-1, 1) n")
			.param(LocalDate.ofInstant(this.now, ZoneOffset.UTC))
			.query((row) -> {
			});
	}

	private int addPort(int port) {
		return this.desk.add(this.service, Platform.WEB, CheckSpec
			.usual(new TcpTarget(new Host("spmb.example.go.id"), port, Target.USUAL_TIMEOUT, null), CheckMode.CITED));
	}

	private void store(int check, int secondsAgo, Outcome outcome, Cause cause, int status) {
		this.jdbc.sql("""
				insert into availability.result (at, check_id, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node)
				values (:at, :check, :outcome, :cause, :status, 1, 2, 3, 4, 120, 0, 0)""")
			.param("at", this.now.minusSeconds(secondsAgo).atOffset(ZoneOffset.UTC))
			.param("check", check)
			.param("outcome", outcome.code())
			.param("cause", (cause != null) ? cause.code() : 0)
			.param("status", status)
			.update();
	}

	@Test
	void tellWhatWasSeenLastByAllChecksOfAService() {
		int port = addPort(8443);
		store(this.website, 30, Outcome.DOWN, Cause.STATUS, 503);
		store(port, 40, Outcome.UP, null, 0);
		store(this.website, 90, Outcome.SLOW, null, 200);
		store(this.website, 150, Outcome.REFUSED, Cause.TURNED_AWAY, 403);
		store(this.website, 210, Outcome.VOID, Cause.OWN_NETWORK, 0);
		String host = this.desk.find(this.website).orElseThrow().spec().target().host().name();
		assertThat(this.latest.of(this.service, 4)).containsExactly(
				new LatestCheck(this.now.minusSeconds(30), CheckKind.HTTP, host, ServiceState.DOWN, StateReason.STATUS,
						503, 120),
				new LatestCheck(this.now.minusSeconds(40), CheckKind.TCP, "spmb.example.go.id", ServiceState.UP, null,
						null, 120),
				new LatestCheck(this.now.minusSeconds(90), CheckKind.HTTP, host, ServiceState.DEGRADED,
						StateReason.SLOW, 200, 120),
				new LatestCheck(this.now.minusSeconds(150), CheckKind.HTTP, host, ServiceState.UNKNOWN,
						StateReason.TURNED_AWAY, 403, 120));
		assertThat(this.latest.of(this.service, 100)).hasSize(5);
	}

	@Test
	void leaveOutWhatIsOlderThanADayAndOtherServices() {
		store(this.website, 86_400 + 5, Outcome.DOWN, Cause.TIMEOUT, 0);
		assertThat(this.latest.of(this.service, 10)).isEmpty();
		assertThat(this.latest.of(ScriptedChecks.service(), 10)).isEmpty();
	}

	@Test
	void takeAsManyQueriesForOneCheckAsForMany() {
		store(this.website, 30, Outcome.UP, null, 200);
		List<String> one = Statements.of(() -> this.latest.of(this.service, 10));
		for (int port = 0; port < 5; port++) {
			store(addPort(8443), 40 + port, Outcome.UP, null, 0);
		}
		List<String> six = Statements.of(() -> assertThat(this.latest.of(this.service, 10)).hasSize(6));
		assertThat(one).hasSize(2);
		assertThat(six).isEqualTo(one);
	}

}
