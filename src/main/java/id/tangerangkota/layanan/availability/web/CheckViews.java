package id.tangerangkota.layanan.availability.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckPause;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.check.Vouch;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;
import id.tangerangkota.layanan.availability.result.StoredResult;
import id.tangerangkota.layanan.availability.state.CheckStanding;
import id.tangerangkota.layanan.availability.state.CheckStandings;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffMember;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts checks into words for those who look after them. */
@Component
class CheckViews {

	private final CheckStandings standings;

	private final ServiceCatalog catalog;

	private final StaffDirectory staff;

	private final Words words;

	CheckViews(CheckStandings standings, ServiceCatalog catalog, StaffDirectory staff, Words words) {
		this.standings = standings;
		this.catalog = catalog;
		this.staff = staff;
		this.words = words;
	}

	/**
	 * A check in a list.
	 *
	 * @param service its name
	 * @param tag of the state
	 * @param state in words
	 * @param since when that began, null where that is not worth saying
	 */
	record Row(int id, String address, String service, String kind, String mode, String interval, String tag,
			String state, @Nullable String since) {
	}

	/** A result; phases are null where there was none. */
	record ResultRow(String time, String tag, String result, @Nullable String status, @Nullable String dns,
			@Nullable String connect, @Nullable String tls, @Nullable String firstByte, @Nullable String total,
			@Nullable String address, @Nullable String node, @Nullable String certificate) {
	}

	/** A pause; ends are null while it lasts. */
	record PauseRow(String reason, String from, String by, @Nullable String to, @Nullable String endedBy) {
	}

	/** Rows in the order of the checks, by two queries. */
	List<Row> rows(List<CheckDetail> checks, Locale locale) {
		Map<Integer, CheckStanding> found = this.standings.of(checks.stream().map(CheckDetail::id).toList());
		Map<ServiceId, ServiceSummary> services = this.catalog
			.summaries(checks.stream().map(CheckDetail::service).distinct().toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		return checks.stream()
			.map((check) -> row(check, services.get(check.service()), found.get(check.id()), locale))
			.toList();
	}

	Row row(CheckDetail check, @Nullable ServiceSummary service, @Nullable CheckStanding standing, Locale locale) {
		CheckSpec spec = check.spec();
		return new Row(check.id(), spec.address(),
				(service != null) ? service.name() : say("monitoring.check.no-service", locale),
				say("monitoring.kind.short." + spec.kind(), locale), say("monitoring.mode." + spec.mode(), locale),
				every(spec.interval(), locale), tag(check, standing), state(check, standing, locale),
				since(check, standing, locale));
	}

	private @Nullable String since(CheckDetail check, @Nullable CheckStanding standing, Locale locale) {
		CheckPause pause = check.pause();
		if (pause != null) {
			return say("availability.since", locale, this.words.time(pause.at(), locale));
		}
		boolean looks = !check.gone() && !check.needsVouching() && check.spec().mode() != CheckMode.EXPLORED;
		return (looks && standing != null && standing.state() != ServiceState.UNMONITORED)
				? say("availability.since", locale, this.words.time(standing.since(), locale)) : null;
	}

	private static String tag(CheckDetail check, @Nullable CheckStanding standing) {
		if (check.pause() != null) {
			return "unmonitored";
		}
		if (check.gone()) {
			return "obsolete";
		}
		if (check.spec().mode() == CheckMode.EXPLORED) {
			return "inferred";
		}
		if (check.needsVouching()) {
			return "unmonitored";
		}
		return (standing != null) ? Words.code(standing.state()) : "unknown";
	}

	private String state(CheckDetail check, @Nullable CheckStanding standing, Locale locale) {
		if (check.pause() != null) {
			return say("monitoring.state.paused", locale);
		}
		if (check.gone()) {
			return say("monitoring.state.gone", locale);
		}
		if (check.spec().mode() == CheckMode.EXPLORED) {
			return say("monitoring.state.explored", locale);
		}
		if (check.needsVouching()) {
			return say("monitoring.state.unvouched", locale);
		}
		return say((standing != null) ? "availability.state." + Words.code(standing.state()) : "monitoring.state.none",
				locale);
	}

	/** What it asks and when it is content. */
	List<Fact> facts(CheckDetail check, @Nullable ServiceSummary service, Locale locale) {
		CheckSpec spec = check.spec();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(say("monitoring.check.service", locale), (service != null) ? service.name() : null,
				(service != null) ? "/status/" + service.slug() : null));
		facts.add(fact("monitoring.check.platform", say("catalog.platform." + check.platform(), locale), locale));
		facts.add(fact("monitoring.field.kind", say("monitoring.kind." + spec.kind(), locale), locale));
		facts.addAll(asked(spec.target(), locale));
		Duration slow = spec.target().slow();
		facts.add(fact("monitoring.check.timeout", seconds(spec.target().timeout(), locale), locale));
		facts.add(fact("monitoring.check.slow",
				(slow != null) ? seconds(slow, locale) : say("monitoring.check.never-slow", locale), locale));
		facts.add(fact("monitoring.check.interval", every(spec.interval(), locale), locale));
		facts.add(fact("monitoring.check.confirmed",
				say("monitoring.check.confirmed.text", locale, spec.failures(), spec.successes(), spec.slows()),
				locale));
		facts.add(fact("monitoring.field.mode", say("monitoring.mode." + spec.mode(), locale), locale));
		facts.add(fact("monitoring.check.origin",
				say(check.edited() ? "monitoring.check.origin.edited"
						: check.byDefault() ? "monitoring.check.origin.catalogue" : "monitoring.check.origin.added",
						locale),
				locale));
		return facts;
	}

	/** Who vouches for an address. */
	Fact vouching(List<Vouch> vouches, Locale locale) {
		Map<AccountId, String> names = names(vouches.stream().map(Vouch::by));
		return fact("monitoring.check.vouched",
				vouches.isEmpty() ? say("monitoring.check.vouched.none", locale)
						: vouches.stream().map((one) -> who(one.by(), names, locale)).collect(Collectors.joining(", ")),
				locale);
	}

	private List<Fact> asked(Target target, Locale locale) {
		List<Fact> facts = new ArrayList<>();
		switch (target) {
			case HttpTarget http -> {
				facts.add(fact("monitoring.field.method", http.method().name(), locale));
				facts.add(fact("monitoring.field.status", http.expected().toString(), locale));
				facts.add(fact("monitoring.field.follow",
						say(http.followRedirects() ? "monitoring.yes" : "monitoring.no", locale), locale));
				addText("monitoring.field.present", http.present(), facts, locale);
				addText("monitoring.field.absent", http.absent(), facts, locale);
			}
			case TlsTarget tls ->
				facts.add(fact("monitoring.field.days", say("monitoring.check.days", locale, tls.daysLeft()), locale));
			case TcpTarget tcp -> {
			}
			case DnsTarget dns -> {
				facts.add(fact("monitoring.field.record", dns.type().name(), locale));
				addText("monitoring.field.value", dns.expected(), facts, locale);
			}
		}
		return facts;
	}

	private Fact fact(String key, String text, Locale locale) {
		return new Fact(say(key, locale), text);
	}

	private void addText(String key, @Nullable String text, List<Fact> facts, Locale locale) {
		if (text != null) {
			facts.add(fact(key, text, locale));
		}
	}

	ResultRow result(StoredResult result, Locale locale) {
		String outcome = say("availability.outcome." + result.outcome(), locale);
		return new ResultRow(this.words.time(result.at(), locale), tag(result.outcome()),
				(result.cause() != null) ? say("availability.checks.because", locale, outcome,
						say("availability.cause." + result.cause(), locale)) : outcome,
				(result.status() > 0) ? String.valueOf(result.status()) : null, millis(result.phases().dns(), locale),
				millis(result.phases().connect(), locale), millis(result.phases().tls(), locale),
				millis(result.phases().firstByte(), locale), millis(result.phases().total(), locale), result.address(),
				result.node(),
				(result.certificateExpires() != null) ? this.words.date(result.certificateExpires(), locale) : null);
	}

	private static String tag(Outcome outcome) {
		return switch (outcome) {
			case UP -> "up";
			case SLOW -> "degraded";
			case DOWN -> "down";
			case REFUSED, VOID, BLIND -> "unknown";
		};
	}

	private @Nullable String millis(int millis, Locale locale) {
		return (millis > 0) ? say("monitoring.ms", locale, millis) : null;
	}

	List<PauseRow> pauses(List<CheckPause> pauses, Locale locale) {
		Map<AccountId, String> names = names(
				pauses.stream().flatMap((pause) -> Stream.of(pause.by(), pause.resumedBy())));
		return pauses.stream().map((pause) -> {
			Instant end = pause.resumedAt();
			return new PauseRow(pause.reason(), this.words.time(pause.at(), locale), who(pause.by(), names, locale),
					(end != null) ? this.words.time(end, locale) : null,
					(end != null) ? who(pause.resumedBy(), names, locale) : null);
		}).toList();
	}

	private Map<AccountId, String> names(Stream<@Nullable AccountId> accounts) {
		return this.staff.labels(accounts.filter(Objects::nonNull).collect(Collectors.toSet()));
	}

	private String who(@Nullable AccountId account, Map<AccountId, String> names, Locale locale) {
		if (account == null) {
			return say("monitoring.by.portal", locale);
		}
		String name = names.get(account);
		return (name != null) ? name : say("monitoring.by.staff", locale);
	}

	private String every(Duration interval, Locale locale) {
		return say("monitoring.check.every", locale, interval.toSeconds());
	}

	private String seconds(Duration duration, Locale locale) {
		return say("monitoring.seconds", locale, new BigDecimal(duration.toMillis()).movePointLeft(3));
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.words.say(key, locale, arguments);
	}

}
