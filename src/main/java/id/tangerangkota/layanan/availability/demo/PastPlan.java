package id.tangerangkota.layanan.availability.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what went wrong in the last 90 days: the same for the same sites and day. Most
 * sites fail now and then, a few often; four times something shared fails.
 */
final class PastPlan {

	static final int DAYS = 90;

	/** Between two troubles of a site, so that each is confirmed by itself. */
	private static final Duration APART = Duration.ofMinutes(20);

	private static final int DEAD_DAYS = 41;

	private static final String SHARED_ADDRESS = "198.51.100.20";

	private static final List<Cause> CAUSES = List.of(Cause.STATUS, Cause.STATUS, Cause.STATUS, Cause.TIMEOUT,
			Cause.TIMEOUT, Cause.CONNECT, Cause.CONNECT, Cause.RESET, Cause.TLS);

	private static final List<Integer> STATUSES = List.of(500, 502, 503);

	private final LocalDate today;

	private final Instant until;

	private final Map<Integer, List<Past>> made = new HashMap<>();

	/**
	 * A site that was looked at all that time.
	 */
	record WatchedSite(int check, String host) {

		/** Of a network that is nobody's (RFC 5737). */
		String address() {
			return "192.0.2." + (1 + this.check % 250);
		}

		/** From 0 to below a number, always the same. */
		int lot(int below) {
			return Math.floorMod(this.host.hashCode() * 0x9E3779B1, below);
		}

	}

	private PastPlan(LocalDate today, Instant until) {
		this.today = today;
		this.until = until;
	}

	/** When the past begins: midnight of the city. */
	static Instant start(LocalDate today) {
		return today.minusDays(DAYS).atStartOfDay(AvailabilityReport.ZONE).toInstant();
	}

	/**
	 * Makes it up.
	 * @param today the day of the city
	 * @param until before which all is over that is not to last
	 */
	static List<Past> make(Collection<WatchedSite> sites, LocalDate today, Instant until) {
		PastPlan plan = new PastPlan(today, until);
		sites.forEach(plan::lasting);
		plan.shared(sites);
		sites.forEach(plan::alone);
		return plan.made.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Past::from)).toList();
	}

	private void lasting(WatchedSite site) {
		switch (site.host()) {
			case String host when host.equals(Timetable.DEAD_HOST) ->
				add(site, at(DEAD_DAYS, "07:42:10"), null, Outcome.DOWN, Cause.CONNECT, null);
			case String host when host.equals(Timetable.EXPIRED_HOST) -> {
				Instant ended = at(Timetable.EXPIRED_DAYS, "06:59:59");
				add(site, ended, null, Outcome.DOWN, Cause.CERTIFICATE_EXPIRED, null);
			}
			case String host when host.equals(Timetable.CLOSED_HOST) ->
				add(site, start(this.today).plusSeconds(1), null, Outcome.REFUSED, Cause.TURNED_AWAY, null);
			default -> {
				// Like all others.
			}
		}
	}

	private void shared(Collection<WatchedSite> sites) {
		shared(sites, (site) -> site.lot(4) == 0, 52, "09:12:31", 38, Cause.CONNECT, SHARED_ADDRESS);
		shared(sites, (site) -> site.host().endsWith(".go.id"), 33, "21:05:08", 11, Cause.DNS, "zone");
		shared(sites, (site) -> true, 25, "02:10:44", 14, Cause.OWN_NETWORK, "network");
		shared(sites, (site) -> site.lot(6) == 1, 9, "13:40:02", 52, Cause.CERTIFICATE_EXPIRED, "certificate");
	}

	private void shared(Collection<WatchedSite> sites, Predicate<WatchedSite> concerned, int daysAgo, String time,
			int minutes, Cause cause, String shared) {
		Instant from = at(daysAgo, time);
		Instant over = from.plus(Duration.ofMinutes(minutes));
		Outcome outcome = (cause == Cause.OWN_NETWORK) ? Outcome.VOID : Outcome.DOWN;
		for (WatchedSite site : sites) {
			if (concerned.test(site) && isFree(site, from, over)) {
				add(site, from, over, outcome, cause, shared);
			}
		}
	}

	private void alone(WatchedSite site) {
		Random random = new Random(site.host().hashCode() * 31L + DAYS);
		int class100 = site.lot(100);
		int outages = (class100 < 60) ? random.nextInt(3)
				: (class100 < 90) ? 2 + random.nextInt(3) : 5 + random.nextInt(4);
		for (int n = 0; n < outages; n++) {
			Instant from = sometime(random);
			Instant over = from.plusSeconds(Math.round(240 + Math.pow(random.nextDouble(), 4) * 30_000));
			Cause cause = CAUSES.get(random.nextInt(CAUSES.size()));
			addIfFree(site, from, over, Outcome.DOWN, cause);
		}
		for (int n = random.nextInt(4); n > 0; n--) {
			Instant from = sometime(random);
			addIfFree(site, from, from.plusSeconds(900 + random.nextInt(5400)), Outcome.SLOW, null);
		}
	}

	/** Mostly while people work. */
	private Instant sometime(Random random) {
		int hour = (random.nextInt(3) > 0) ? 8 + random.nextInt(9) : random.nextInt(24);
		LocalTime time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
		return this.today.minusDays(1L + random.nextInt(DAYS - 1))
			.atTime(time)
			.atZone(AvailabilityReport.ZONE)
			.toInstant();
	}

	private Instant at(int daysAgo, String time) {
		return this.today.minusDays(daysAgo).atTime(LocalTime.parse(time)).atZone(AvailabilityReport.ZONE).toInstant();
	}

	private void addIfFree(WatchedSite site, Instant from, Instant over, Outcome outcome, @Nullable Cause cause) {
		if (isFree(site, from, over)) {
			add(site, from, over, outcome, cause, null);
		}
	}

	private boolean isFree(WatchedSite site, Instant from, Instant over) {
		return !over.plus(APART).isAfter(this.until) && this.made.getOrDefault(site.check(), List.of())
			.stream()
			.allMatch((other) -> over.plus(APART).isBefore(other.from())
					|| (other.until() != null && other.until().plus(APART).isBefore(from)));
	}

	private void add(WatchedSite site, Instant from, @Nullable Instant over, Outcome outcome, @Nullable Cause cause,
			@Nullable String shared) {
		int status = (cause == Cause.STATUS) ? STATUSES.get(site.lot(STATUSES.size()))
				: (cause == Cause.TURNED_AWAY) ? 403 : (outcome == Outcome.SLOW) ? 200 : 0;
		String address = SHARED_ADDRESS.equals(shared) ? SHARED_ADDRESS : site.address();
		CertificateFinding certificate = (cause == Cause.CERTIFICATE_EXPIRED)
				? new CertificateFinding((shared != null) ? shared : site.host(), from, Verdict.EXPIRED) : null;
		this.made.computeIfAbsent(site.check(), (check) -> new ArrayList<>())
			.add(new Past(site.check(), from, over, outcome, cause, status, address, certificate, shared));
	}

}
