package id.tangerangkota.layanan.quality.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.quality.inspection.FindingDispute;
import id.tangerangkota.layanan.quality.inspection.InspectedSite;
import id.tangerangkota.layanan.quality.inspection.InspectionFilter;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.quality.inspection.SiteFinding;
import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import id.tangerangkota.layanan.quality.inspection.Verdict;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.SpreadsheetText;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts inspections into words. */
@Component
class InspectionViews {

	private static final int PART = 500;

	private static final List<String> HEADER = List.of("service", "name", "agency", "address", "outcome",
			"inspected_at", "item", "verdict", "since", "detail", "page", "disputed", "confirmed");

	private final Inspections inspections;

	private final ServiceCatalog catalog;

	private final StaffDirectory staff;

	private final MessageSource messages;

	private final PageClock clock;

	InspectionViews(Inspections inspections, ServiceCatalog catalog, StaffDirectory staff, MessageSource messages,
			PageClock clock) {
		this.inspections = inspections;
		this.catalog = catalog;
		this.staff = staff;
		this.messages = messages;
		this.clock = clock;
	}

	/** A site in a list; scores are null where nothing was seen. */
	record Row(String slug, String name, String address, String outcome, String tag, @Nullable String protection,
			@Nullable String promises, String at) {
	}

	/**
	 * A finding; what is null is not said.
	 *
	 * @param standing whether the mark counts, or that an earlier one no longer does
	 */
	record FindingRow(String item, String name, String why, @Nullable String mend, String tag, String verdict,
			String since, @Nullable String detail, @Nullable String page, @Nullable String disputed,
			@Nullable String disputedBy, @Nullable String standing, boolean disputable, boolean confirmable) {
	}

	/** Who may agree to marks of others; null for everybody else. */
	static @Nullable AccountId confirmer(Actor actor) {
		return (actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR)) ? actor.account() : null;
	}

	List<Row> rows(List<InspectedSite> sites, Locale locale) {
		Map<ServiceId, ServiceSummary> services = services(sites);
		return sites.stream()
			.flatMap((site) -> Stream.ofNullable(services.get(site.service()))
				.map((service) -> row(site, service, locale)))
			.toList();
	}

	private Map<ServiceId, ServiceSummary> services(List<InspectedSite> sites) {
		return this.catalog.summaries(sites.stream().map(InspectedSite::service).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
	}

	Row row(InspectedSite site, ServiceSummary service, Locale locale) {
		return new Row(service.slug(), service.name(), site.address(),
				say("inspection.outcome." + site.outcome().code(), locale), tag(site.outcome()),
				share(site.met(), site.missed(), locale), share(site.kept(), site.broken(), locale),
				time(site, locale));
	}

	String time(InspectedSite site, Locale locale) {
		return this.clock.format(site.at(), locale);
	}

	private @Nullable String share(int met, int missed, Locale locale) {
		return (met + missed > 0) ? say("inspection.met-of", locale, met, met + missed) : null;
	}

	private static String tag(SiteOutcome outcome) {
		return switch (outcome) {
			case SEEN -> "up";
			case UNTRUSTED -> "degraded";
			case UNREADABLE, TURNED_AWAY, UNREACHABLE -> "unknown";
		};
	}

	/**
	 * A finding in words.
	 * @param confirmer who looks, if they may agree to marks of others
	 */
	FindingRow finding(SiteFinding finding, @Nullable AccountId confirmer, Locale locale) {
		String item = finding.item();
		FindingDispute dispute = finding.dispute();
		boolean missed = finding.verdict() == Verdict.MISSED;
		return new FindingRow(item, say("inspection.item." + item, locale), say("inspection.why." + item, locale),
				(missed && !isWrong(dispute)) ? say("inspection.mend." + item, locale) : null, tag(finding),
				verdict(finding, locale), say("inspection.since", locale, date(finding.since(), locale)),
				finding.detail(), finding.page(), (dispute != null) ? dispute.reason() : null,
				(dispute != null) ? who(dispute.by(), dispute.at(), locale) : null, standing(finding, locale),
				missed && dispute == null, dispute != null && dispute.confirmation() == null && confirmer != null
						&& !confirmer.equals(dispute.by()));
	}

	/** Two people say so. */
	private static boolean isWrong(@Nullable FindingDispute dispute) {
		return dispute != null && dispute.confirmation() != null;
	}

	private @Nullable String standing(SiteFinding finding, Locale locale) {
		FindingDispute dispute = finding.dispute();
		if (dispute != null) {
			FindingDispute.Confirmation agreed = dispute.confirmation();
			return (agreed != null) ? say("inspection.disputed.agreed", locale, who(agreed.by(), agreed.at(), locale))
					: say("inspection.disputed.waiting", locale);
		}
		Instant lapsed = finding.lapsed();
		return (lapsed != null) ? say("inspection.disputed.lapsed", locale, date(PageClock.day(lapsed), locale)) : null;
	}

	private String verdict(SiteFinding finding, Locale locale) {
		boolean found = finding.verdict() == Verdict.MET || finding.verdict() == Verdict.MISSED;
		return say(((finding.promise() && found) ? "inspection.promise." : "inspection.verdict.")
				+ finding.verdict().code(), locale);
	}

	private static String tag(SiteFinding finding) {
		return switch (finding.verdict()) {
			case MET -> "up";
			case MISSED -> isWrong(finding.dispute()) ? "unknown" : "degraded";
			case UNKNOWN, NOT_APPLICABLE -> "unknown";
		};
	}

	private String who(AccountId account, Instant at, Locale locale) {
		String name = this.staff.find(account)
			.map(StaffMember::label)
			.orElseGet(() -> say("inspection.disputed.staff", locale));
		return say("inspection.disputed.by", locale, name, this.clock.format(at, locale));
	}

	private String date(LocalDate day, Locale locale) {
		return this.clock.date(day, locale);
	}

	String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** All findings of the sites a filter lets through, one in a line. */
	byte[] csv(InspectionFilter filter, Locale locale) {
		StringWriter text = new StringWriter();
		CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
		csv.writeRecord(HEADER);
		List<InspectedSite> sites;
		int offset = 0;
		do {
			sites = this.inspections.list(filter, offset, PART);
			offset += PART;
			Map<ServiceId, ServiceSummary> services = services(sites);
			for (InspectedSite site : sites) {
				ServiceSummary service = services.get(site.service());
				if (service != null) {
					this.inspections.findings(site.service())
						.forEach((finding) -> csv.writeRecord(fields(service, site, finding, locale)));
				}
			}
		}
		while (sites.size() == PART);
		flush(csv);
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void flush(CsvWriter csv) {
		try {
			csv.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> fields(ServiceSummary service, InspectedSite site, SiteFinding finding, Locale locale) {
		return Stream
			.of(service.slug(), service.name(), text(service.agencyCode()), site.address(), site.outcome().code(),
					site.at().toString(), say("inspection.item." + finding.item(), locale), finding.verdict().code(),
					finding.since().toString(), text(finding.detail()), text(finding.page()),
					(finding.dispute() != null) ? finding.dispute().reason() : "",
					(finding.dispute() != null) ? String.valueOf(isWrong(finding.dispute())) : "")
			.map(SpreadsheetText::harmless)
			.toList();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
