package id.tangerangkota.layanan.quality.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.tangerangkota.layanan.availability.SiteVisits;
import id.tangerangkota.layanan.availability.SiteVisits.Answer;
import id.tangerangkota.layanan.availability.SiteVisits.Ending;
import id.tangerangkota.layanan.availability.SiteVisits.Visit;
import id.tangerangkota.layanan.quality.inspection.InspectionItem.Group;
import id.tangerangkota.layanan.quality.inspection.WebPage.Link;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at one site: its first page by https and by http, and at most a handful of pages
 * of the same host that it links to. One request after the other.
 */
@Component
class SiteInspector {

	/** Beside the first one. */
	private static final int MOST_LINKED = 4;

	private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

	private static final Pattern PRIVACY = Pattern.compile(
			"(?<!\\p{L})(?:privasi|privacy|pelindungan data|perlindungan data|data protection)(?!\\p{L})|^kebijakan$");

	/** Whoever names a port has no other door known. */
	private static final Pattern WITH_PORT = Pattern.compile("(?i)https?://[^/]*:\\d+(/.*)?");

	private static final Pattern OLD_PROTOCOL = Pattern.compile("SSL.*|TLSv1(\\.1)?");

	private final SiteVisits visits;

	private final Promises promises;

	SiteInspector(SiteVisits visits, Promises promises) {
		this.visits = visits;
		this.promises = promises;
	}

	/**
	 * Inspects a site.
	 * @return nothing where it was the portal's own fault that nothing was seen
	 */
	Optional<SiteInspection> inspect(Site site) {
		boolean otherPort = WITH_PORT.matcher(site.address()).matches();
		Visit secure = this.visits.visit(otherPort ? site.address() : to("https://", site.address()));
		if (secure.ending() == Ending.VOID) {
			return Optional.empty();
		}
		@Nullable Visit plain = otherPort ? null : this.visits.visit(to("http://", site.address()));
		if (plain != null && plain.ending() == Ending.VOID) {
			return Optional.empty();
		}
		boolean onlyPlain = secure.ending() == Ending.UNREACHABLE && secure.protocol() == null && plain != null
				&& plain.ending() == Ending.ANSWERED && !isEncrypted(plain);
		return Optional.of(inspect(site, secure, plain, (onlyPlain && plain != null) ? plain : secure));
	}

	private SiteInspection inspect(Site site, Visit secure, @Nullable Visit plain, Visit shown) {
		List<Finding> findings = new ArrayList<>(encryption(secure, plain, shown));
		Answer answer = shown.last();
		if (shown.ending() != Ending.ANSWERED || answer == null) {
			unknown(findings, Group.COOKIES, Group.HEADERS, Group.CONTENT, Group.NOTICE);
			owed(site).map((promise) -> new Finding(promise.code(), Verdict.UNKNOWN, null, null))
				.forEach(findings::add);
			return new SiteInspection(outcome(shown.ending()), site.address(), 0, findings);
		}
		Optional<WebPage> page = page(shown);
		SiteHeaders headers = new SiteHeaders(answer, page.orElse(null));
		findings.addAll(SiteHeaders.cookies(shown.answers()));
		findings.addAll(headers.headers());
		findings.add(mixedContent(page.orElse(null), answer));
		List<WebPage> pages = page.filter(WebPage::isReadable)
			.map((first) -> withLinked(first, site))
			.orElseGet(List::of);
		findings.add(privacyNotice(pages));
		owed(site).map((promise) -> promised(promise, pages)).forEach(findings::add);
		return new SiteInspection(pages.isEmpty() ? SiteOutcome.UNREADABLE : SiteOutcome.SEEN, answer.address(),
				pages.size(), findings);
	}

	private static List<Finding> encryption(Visit secure, @Nullable Visit plain, Visit shown) {
		List<Finding> findings = new ArrayList<>();
		Answer answer = shown.last();
		String protocol = secure.protocol();
		if (protocol != null) {
			findings.add(Finding.of(InspectionItem.TLS_PROTOCOL, !OLD_PROTOCOL.matcher(protocol).matches(), protocol));
			findings.add(Finding.of(InspectionItem.CERTIFICATE, secure.ending() != Ending.UNTRUSTED, null));
		}
		else {
			Verdict none = (shown.ending() == Ending.ANSWERED) ? Verdict.MISSED : Verdict.UNKNOWN;
			findings.add(Finding.of(InspectionItem.TLS_PROTOCOL, none, null));
			findings.add(Finding.of(InspectionItem.CERTIFICATE, none, null));
		}
		findings.add(redirect(plain, shown));
		if (shown.ending() != Ending.ANSWERED || answer == null) {
			findings.add(Finding.of(InspectionItem.HSTS, Verdict.UNKNOWN, null));
			findings.add(Finding.of(InspectionItem.HSTS_SUBDOMAINS, Verdict.UNKNOWN, null));
		}
		else if (isEncrypted(shown)) {
			findings.addAll(new SiteHeaders(answer, null).hsts());
		}
		else {
			findings.add(Finding.of(InspectionItem.HSTS, Verdict.MISSED, null));
			findings.add(Finding.of(InspectionItem.HSTS_SUBDOMAINS, Verdict.MISSED, null));
		}
		return findings;
	}

	private static Finding redirect(@Nullable Visit plain, Visit shown) {
		if (plain == null) {
			return Finding.of(InspectionItem.HTTPS_REDIRECT, Verdict.NOT_APPLICABLE, null);
		}
		if (plain.answers().isEmpty()) {
			// Where nobody answers unencrypted there is nothing to be sent on from.
			return Finding.of(InspectionItem.HTTPS_REDIRECT,
					(shown.ending() == Ending.ANSWERED) ? Verdict.NOT_APPLICABLE : Verdict.UNKNOWN, null);
		}
		boolean sent = plain.answers()
			.stream()
			.anyMatch((answer) -> answer.header("location")
				.stream()
				.anyMatch((to) -> to.regionMatches(true, 0, "https://", 0, 8)));
		if (sent) {
			return Finding.of(InspectionItem.HTTPS_REDIRECT, plain.ending() != Ending.ANSWERED || isEncrypted(plain),
					null);
		}
		return Finding.of(InspectionItem.HTTPS_REDIRECT,
				(plain.ending() == Ending.ANSWERED) ? Verdict.MISSED : Verdict.UNKNOWN, null);
	}

	private static Finding mixedContent(@Nullable WebPage page, Answer answer) {
		if (page == null) {
			return Finding.of(InspectionItem.MIXED_CONTENT, Verdict.UNKNOWN, null);
		}
		if (!answer.address().startsWith("https://")) {
			return Finding.of(InspectionItem.MIXED_CONTENT, Verdict.NOT_APPLICABLE, null);
		}
		Optional<String> plain = page.loaded().stream().filter((url) -> url.startsWith("http://")).findFirst();
		return new Finding(InspectionItem.MIXED_CONTENT.code(), plain.isEmpty() ? Verdict.MET : Verdict.MISSED,
				plain.map((url) -> url.replaceFirst("[?#].*", "")).orElse(null), page.address());
	}

	private static Finding privacyNotice(List<WebPage> pages) {
		if (pages.isEmpty()) {
			return Finding.of(InspectionItem.PRIVACY_NOTICE, Verdict.UNKNOWN, null);
		}
		Optional<String> found = pages.stream()
			.filter((page) -> page.links().stream().anyMatch(SiteInspector::isPrivacyNotice))
			.map(WebPage::address)
			.findFirst();
		return new Finding(InspectionItem.PRIVACY_NOTICE.code(), found.isPresent() ? Verdict.MET : Verdict.MISSED, null,
				found.orElse(null));
	}

	private static boolean isPrivacyNotice(Link link) {
		return PRIVACY.matcher(link.label()).find()
				|| PRIVACY.matcher(link.href().replaceFirst("(?i)^https?://[^/]*", "").toLowerCase(Locale.ROOT)).find();
	}

	private static Finding promised(Promise promise, List<WebPage> pages) {
		if (pages.isEmpty()) {
			return new Finding(promise.code(), Verdict.UNKNOWN, null, null);
		}
		return promise.shownOn(pages)
			.map((page) -> new Finding(promise.code(), Verdict.MET, null, page))
			.orElseGet(() -> new Finding(promise.code(), Verdict.MISSED, null, null));
	}

	private Stream<Promise> owed(Site site) {
		return this.promises.all().stream().filter((promise) -> promise.isOwedBy(site));
	}

	/** The first page, then those that may show what it does not. */
	private List<WebPage> withLinked(WebPage first, Site site) {
		List<WebPage> pages = new ArrayList<>(List.of(first));
		String host = WebPage.host(first.address());
		List<Promise> owed = owed(site).toList();
		List<Promise> open = owed.stream().filter((promise) -> !promise.isOn(first)).toList();
		Function<Link, String> address = (link) -> link.href().replaceFirst("#.*", "");
		Stream.concat(
				first.links().stream().filter((link) -> open.stream().anyMatch((promise) -> promise.mayBeBehind(link))),
				first.links().stream().filter((link) -> owed.stream().anyMatch((promise) -> promise.mayBeBehind(link))))
			.map(address)
			.filter((url) -> SCHEME.matcher(url).lookingAt() && WebPage.host(url).equals(host)
					&& !url.equals(first.address()))
			.distinct()
			.limit(MOST_LINKED)
			.map(this.visits::visit)
			.filter((visit) -> visit.ending() == Ending.ANSWERED)
			.forEach((visit) -> page(visit).filter((page) -> WebPage.host(page.address()).equals(host))
				.ifPresent(pages::add));
		return pages;
	}

	private static Optional<WebPage> page(Visit visit) {
		Answer answer = visit.last();
		if (answer == null) {
			return Optional.empty();
		}
		List<String> type = answer.header("content-type");
		return WebPage.read(answer.address(), type.isEmpty() ? null : type.getFirst(), visit.body());
	}

	private static boolean isEncrypted(Visit visit) {
		Answer answer = visit.last();
		return answer != null && answer.address().startsWith("https://");
	}

	private static void unknown(List<Finding> findings, Group... groups) {
		for (Group group : groups) {
			InspectionItem.codes(group).forEach((item) -> findings.add(new Finding(item, Verdict.UNKNOWN, null, null)));
		}
	}

	private static SiteOutcome outcome(Ending ending) {
		return switch (ending) {
			case ANSWERED -> SiteOutcome.SEEN;
			case UNTRUSTED -> SiteOutcome.UNTRUSTED;
			case TURNED_AWAY -> SiteOutcome.TURNED_AWAY;
			case UNREACHABLE, VOID -> SiteOutcome.UNREACHABLE;
		};
	}

	private static String to(String scheme, String address) {
		return scheme + SCHEME.matcher(address).replaceFirst("");
	}

}
