package id.tangerangkota.layanan.availability.result;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a batch of results, and tells of them, in one transaction. */
@Component
class ResultStore {

	private static final int GREATEST = Short.MAX_VALUE;

	private static final String INSERT = """
			insert into availability.result (at, check_id, outcome, cause, status, dns_ms, connect_ms, tls_ms,
				first_byte_ms, total_ms, certificate_day, node, address)
			select timestamptz 'epoch' + at * interval '1 ms', check_id, outcome, cause, status, dns, connect, tls, first_byte,
				total, certificate, :node, cast(address as inet)
			from unnest(:at, :check, :outcome, :cause, :status, :dns, :connect, :tls, :first_byte, :total, :certificate,
				:address) as r (at, check_id, outcome, cause, status, dns, connect, tls, first_byte, total, certificate,
				address)
			on conflict do nothing
			returning check_id, at
			""";

	private final JdbcClient jdbc;

	private final CountedChecks checks;

	private final ObjectProvider<ObservationListener> listeners;

	private final TransactionTemplate transaction;

	ResultStore(JdbcClient jdbc, CountedChecks checks, ObjectProvider<ObservationListener> listeners,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.checks = checks;
		this.listeners = listeners;
		this.transaction = transaction;
	}

	private record Key(int check, Instant at) {
	}

	private record Ground(long fence, long version, Instant closedUntil) {
	}

	/**
	 * Stores what is new of a batch.
	 * @param lease the shard all belong to; others that store for it wait
	 * @param node number of this machine
	 * @return how many were new
	 * @throws StaleLease if somebody took the shard over
	 */
	int store(Lease lease, short node, List<Finding> findings) {
		return Objects.requireNonNull(this.transaction.execute((status) -> storeWithin(lease, node, findings)));
	}

	private int storeWithin(Lease lease, short node, List<Finding> findings) {
		// Sums are not closed meanwhile, so that what is stored is in them or marked.
		Ground ground = this.jdbc.sql("""
				select s.fence, v.version, p.closed_until
				from availability.shard s, availability.check_version v, availability.rollup_progress p
				where s.id = ? for no key update of s for share of p""")
			.param(lease.shard())
			.query((row, number) -> new Ground(row.getLong("fence"), row.getLong("version"),
					row.getTimestamp("closed_until").toInstant()))
			.single();
		if (ground.fence() != lease.fence()) {
			throw new StaleLease(lease);
		}
		List<Finding> ordered = findings.stream().sorted(Comparator.comparing(Finding::at)).toList();
		Set<Key> stored = insert(node, ordered.stream().filter((f) -> f.outcome() != Outcome.BLIND).toList());
		// Of two in one batch only the first is new.
		List<Observation> heard = ordered.stream()
			.filter((f) -> f.outcome() == Outcome.BLIND || stored.remove(new Key(f.check(), f.at())))
			.map(Finding::observation)
			.toList();
		markStale(heard, ground.closedUntil());
		if (!heard.isEmpty()) {
			this.checks.see(ground.version());
			this.listeners.orderedStream().forEach((listener) -> listener.accept(heard));
		}
		return heard.size();
	}

	private Set<Key> insert(short node, List<Finding> findings) {
		if (findings.isEmpty()) {
			return new HashSet<>();
		}
		return new HashSet<>(this.jdbc.sql(INSERT)
			.param("node", node)
			.param("at", findings.stream().mapToLong((f) -> f.at().toEpochMilli()).toArray())
			.param("check", findings.stream().mapToInt(Finding::check).toArray())
			.param("outcome", shorts(findings, (f) -> f.outcome().code()))
			.param("cause", shorts(findings, (f) -> (f.cause() != null) ? f.cause().code() : 0))
			.param("status", shorts(findings, (f) -> f.result().status()))
			.param("dns", shorts(findings, (f) -> f.result().phases().dns()))
			.param("connect", shorts(findings, (f) -> f.result().phases().connect()))
			.param("tls", shorts(findings, (f) -> f.result().phases().tls()))
			.param("first_byte", shorts(findings, (f) -> f.result().phases().firstByte()))
			.param("total", shorts(findings, (f) -> f.result().phases().total()))
			.param("certificate", shorts(findings, (f) -> day(f.result().certificate())))
			.param("address", findings.stream().map((f) -> text(f.result().address())).toArray(String[]::new))
			.query((row, number) -> new Key(row.getInt("check_id"), row.getTimestamp("at").toInstant()))
			.list());
	}

	/** What has not been reached is 0. */
	private static short[] shorts(List<Finding> findings, ToIntFunction<Finding> value) {
		short[] shorts = new short[findings.size()];
		for (int n = 0; n < shorts.length; n++) {
			shorts[n] = (short) Math.clamp(value.applyAsInt(findings.get(n)), 0, GREATEST);
		}
		return shorts;
	}

	/** The city's: for people a certificate ends on the day they have then. */
	private static int day(@Nullable CertificateFinding certificate) {
		return (certificate != null) ? (int) PageClock.day(certificate.expires()).toEpochDay() : 0;
	}

	private static @Nullable String text(@Nullable InetAddress address) {
		return (address != null) ? address.getHostAddress() : null;
	}

	private void markStale(List<Observation> heard, Instant closedUntil) {
		List<String> late = new ArrayList<>();
		for (Observation observation : heard) {
			if (observation.outcome() != Outcome.BLIND && observation.at().isBefore(closedUntil)) {
				late.add(observation.at().atOffset(ZoneOffset.UTC).toString());
			}
		}
		if (!late.isEmpty()) {
			this.jdbc.sql("""
					insert into availability.rollup_stale (at)
					select distinct date_bin('5 minutes', cast(at as timestamptz), timestamptz 'epoch')
					from unnest(?) as late (at) on conflict do nothing""").param(late.toArray(String[]::new)).update();
		}
	}

}
