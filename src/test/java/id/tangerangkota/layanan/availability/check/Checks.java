package id.tangerangkota.layanan.availability.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks and results as tests need them. */
public final class Checks {

	public static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");

	private Checks() {
	}

	/** The checks a process knows that has this database and clock. */
	public static CountedChecks counted(JdbcClient jdbc, CheckSettings settings, Clock clock) {
		CheckRows rows = new CheckRows(jdbc);
		return new CountedChecks(rows, new CheckChanges(jdbc, rows, settings, (event) -> {
		}, clock), settings, clock);
	}

	/** Undoes what other tests did behind the catalogue's back. */
	public static void followCatalogue(ApplicationContext portal) {
		portal.getBean(DefaultChecks.class).keep();
	}

	/** How many count: other tests pause some. */
	public static int counting(ApplicationContext portal) {
		CheckRows rows = portal.getBean(CheckRows.class);
		return (int) rows.find(rows.changedAfter(-1)).stream().filter((check) -> check.counts(false)).count();
	}

	public static CheckDetail check(int id, Duration interval) {
		return check(id, interval, null);
	}

	public static CheckDetail check(int id, Duration interval, @Nullable Instant asked) {
		CheckSpec spec = new CheckSpec(HttpTarget.get("https://s" + id + ".example.go.id/"), interval, 3, 2, 3,
				CheckMode.CITED);
		return new CheckDetail(id, new ServiceId(new UUID(1, id)), Platform.WEB, null, spec, true, false, false, false,
				null, asked, 0);
	}

	public static Result up(Instant at, int totalMillis) {
		return new Result(at, 1, Outcome.UP, null, 200, new Phases(1, 2, 3, 4, totalMillis),
				new CertificateFinding("ab", Instant.parse("2027-01-31T12:00:00Z"), CertificateFinding.Verdict.VALID),
				address(), null);
	}

	public static Result down(Instant at) {
		return new Result(at, 0, Outcome.DOWN, Cause.TIMEOUT, 0,
				new Phases(1, Phases.NONE, Phases.NONE, Phases.NONE, 5000), null, null, null);
	}

	public static Result empty(Instant at) {
		return new Result(at, 2000, Outcome.VOID, Cause.LATE, 0, new Phases(-1, -1, -1, -1, 0), null, null, null);
	}

	public static InetAddress address() {
		try {
			return InetAddress.getByAddress(new byte[] { 103, 7, 1, 2 });
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
