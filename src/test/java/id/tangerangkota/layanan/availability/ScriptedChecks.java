package id.tangerangkota.layanan.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.check.CheckStarted;
import id.tangerangkota.layanan.availability.check.CheckStopped;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.availability.result.ObservationListener;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks that ask nobody: tests say what came of them. A service that has none keeps
 * those of the portal.
 */
@TestComponent
@Primary
public class ScriptedChecks implements CheckRules {

	public static final Duration INTERVAL = Duration.ofMinutes(1);

	private static final AtomicInteger numbers = new AtomicInteger(1_000_000);

	private final Map<Integer, CheckRule> rules = new ConcurrentHashMap<>();

	private final CountedChecks counted;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	/** Not at once: they ask for these rules themselves. */
	private final ObjectProvider<ObservationListener> listeners;

	ScriptedChecks(CountedChecks counted, ApplicationEventPublisher events, TransactionTemplate transaction,
			JdbcClient jdbc, ObjectProvider<ObservationListener> listeners) {
		this.counted = counted;
		this.events = events;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.listeners = listeners;
	}

	@Override
	public Map<Integer, CheckRule> rules(Collection<Integer> checks) {
		Map<Integer, CheckRule> found = new HashMap<>(this.counted.rules(checks));
		checks.forEach((check) -> {
			CheckRule rule = this.rules.get(check);
			if (rule != null) {
				found.put(check, rule);
			}
		});
		return found;
	}

	@Override
	public List<CheckRule> ofService(ServiceId service) {
		List<CheckRule> scripted = this.rules.values()
			.stream()
			.filter((rule) -> rule.service().equals(service))
			.toList();
		return scripted.isEmpty() ? this.counted.ofService(service) : scripted;
	}

	/** A service nobody has heard of. */
	public static ServiceId service() {
		return new ServiceId(UUID.randomUUID());
	}

	/** What goes on at a service and everybody may see. */
	public static Optional<IncidentId> incident(Incidents incidents, ServiceId service) {
		return incidents.open()
			.stream()
			.filter((one) -> one.services()
				.stream()
				.anyMatch((affected) -> affected.service().equals(service) && affected.until() == null))
			.map(IncidentSummary::id)
			.findFirst();
	}

	/** A check of three failures, two successes and three slow answers. */
	public int add(ServiceId service, Platform platform) {
		return add(service, platform, "host" + numbers.get() + ".example", null);
	}

	public int add(ServiceId service, Platform platform, String host, @Nullable String agency) {
		int check = numbers.incrementAndGet();
		this.rules.put(check, new CheckRule(check, service, platform, agency, INTERVAL, 3, 2, 3, host,
				host.substring(host.indexOf('.') + 1)));
		return check;
	}

	/** A check that looks from an instant on. */
	public int start(ServiceId service, Instant at) {
		int check = add(service, Platform.WEB);
		start(check, at);
		return check;
	}

	public void start(int check, Instant at) {
		ServiceId service = Objects.requireNonNull(this.rules.get(check)).service();
		this.transaction
			.executeWithoutResult((status) -> this.events.publishEvent(new CheckStarted(check, service, at)));
	}

	public void stop(int check, Instant at) {
		stop(check, at, false);
	}

	public void pause(int check, Instant at) {
		stop(check, at, true);
	}

	private void stop(int check, Instant at, boolean paused) {
		ServiceId service = Objects.requireNonNull(this.rules.get(check)).service();
		this.transaction
			.executeWithoutResult((status) -> this.events.publishEvent(new CheckStopped(check, service, at, paused)));
	}

	public void tell(List<Observation> observations) {
		this.transaction.executeWithoutResult(
				(status) -> this.listeners.orderedStream().forEach((listener) -> listener.accept(observations)));
	}

	public void tell(Observation... observations) {
		tell(List.of(observations));
	}

	/**
	 * The states of a service one after the other, such as {@code DOWN 3-8}, in minutes.
	 */
	public List<String> states(ServiceId service, Instant start) {
		return this.jdbc.sql("""
				select state || ' ' || extract(epoch from starts - :start)::int / 60 || '-'
					|| coalesce((extract(epoch from ends - :start)::int / 60)::text, '')
				from availability.service_interval where service_id = :service order by starts""")
			.param("start", start.atOffset(ZoneOffset.UTC))
			.param("service", service.value())
			.query(String.class)
			.list();
	}

	public static Observation up(int check, Instant at) {
		return new Observation(check, at, Outcome.UP, null, 200, 80, null, "192.0.2.1");
	}

	public static Observation slow(int check, Instant at) {
		return new Observation(check, at, Outcome.SLOW, null, 200, 4_000, null, "192.0.2.1");
	}

	public static Observation down(int check, Instant at) {
		return down(check, at, Cause.STATUS, "192.0.2.1", null);
	}

	public static Observation down(int check, Instant at, Cause cause, @Nullable String address,
			@Nullable String certificate) {
		CertificateFinding finding = (certificate != null) ? new CertificateFinding(certificate, at, Verdict.EXPIRED)
				: null;
		return new Observation(check, at, Outcome.DOWN, cause, 0, 80, finding, address);
	}

	public static Observation of(int check, Instant at, Outcome outcome, Cause cause) {
		return new Observation(check, at, outcome, cause, 0, 0, null, null);
	}

}
