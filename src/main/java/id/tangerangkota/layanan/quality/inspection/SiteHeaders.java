package id.tangerangkota.layanan.quality.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.SiteVisits.Answer;
import org.jspecify.annotations.Nullable;

/** Reads what headers say about protection. */
final class SiteHeaders {

	/** Half a year; shorter, whoever comes seldom is not protected. */
	private static final long SHORTEST_HSTS = 15_552_000;

	private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,15})");

	/** Scripts have to read those that protect forms. */
	private static final Pattern FORM_TOKEN = Pattern.compile("(?i).*(csrf|xsrf).*");

	private static final int NAMED = 3;

	private final Answer answer;

	private final @Nullable WebPage page;

	SiteHeaders(Answer answer, @Nullable WebPage page) {
		this.answer = answer;
		this.page = page;
	}

	List<Finding> hsts() {
		String header = first("strict-transport-security").toLowerCase(Locale.ROOT);
		Matcher age = MAX_AGE.matcher(header);
		boolean lasting = age.find() && Long.parseLong(age.group(1)) >= SHORTEST_HSTS;
		String seen = header.isEmpty() ? null : header;
		return List.of(Finding.of(InspectionItem.HSTS, lasting, seen),
				Finding.of(InspectionItem.HSTS_SUBDOMAINS, lasting && header.contains("includesubdomains"), seen));
	}

	List<Finding> headers() {
		String policy = String.join(", ", this.answer.header("content-security-policy"));
		WebPage shown = this.page;
		boolean framed = policy.toLowerCase(Locale.ROOT).contains("frame-ancestors")
				|| first("x-frame-options").strip().toLowerCase(Locale.ROOT).matches("deny|sameorigin");
		String own = (shown != null) ? shown.referrer() : null;
		String referrer = first("referrer-policy").isBlank() ? ((own != null) ? own : "") : first("referrer-policy");
		return List.of(
				Finding.of(InspectionItem.CONTENT_SECURITY_POLICY,
						!policy.isBlank() || (shown != null && shown.policy() != null), null),
				Finding.of(InspectionItem.CONTENT_TYPE_OPTIONS,
						first("x-content-type-options").strip().equalsIgnoreCase("nosniff"), null),
				Finding.of(InspectionItem.FRAME_PROTECTION, framed, null),
				Finding.of(InspectionItem.REFERRER_POLICY,
						!referrer.isBlank() && !referrer.toLowerCase(Locale.ROOT).contains("unsafe-url"),
						referrer.isBlank() ? null : referrer));
	}

	/**
	 * Of the cookies of all answers on the way.
	 * @param encrypted whether the site is encrypted
	 */
	static List<Finding> cookies(List<Answer> answers) {
		List<String> cookies = new ArrayList<>();
		answers.forEach((answer) -> cookies.addAll(answer.header("set-cookie")));
		return List.of(cookies(InspectionItem.COOKIE_SECURE, cookies, (cookie) -> has(cookie, "secure")),
				cookies(InspectionItem.COOKIE_HTTP_ONLY, cookies,
						(cookie) -> has(cookie, "httponly") || FORM_TOKEN.matcher(name(cookie)).matches()),
				cookies(InspectionItem.COOKIE_SAME_SITE, cookies, (cookie) -> has(cookie, "samesite")));
	}

	private static Finding cookies(InspectionItem item, List<String> cookies, Predicate<String> good) {
		if (cookies.isEmpty()) {
			return Finding.of(item, Verdict.NOT_APPLICABLE, null);
		}
		String bad = cookies.stream()
			.filter(good.negate())
			.map(SiteHeaders::name)
			.distinct()
			.limit(NAMED)
			.collect(Collectors.joining(", "));
		return Finding.of(item, bad.isEmpty(), bad.isEmpty() ? null : bad);
	}

	private static boolean has(String cookie, String attribute) {
		String[] parts = cookie.split(";");
		for (int i = 1; i < parts.length; i++) {
			if (parts[i].strip().toLowerCase(Locale.ROOT).split("=", 2)[0].strip().equals(attribute)) {
				return true;
			}
		}
		return false;
	}

	/** Never its value, which may be somebody's. */
	private static String name(String cookie) {
		String name = cookie.split("[=;]", 2)[0].replaceAll("[^\\x21-\\x7e]", "").strip();
		return name.isEmpty() ? "?" : (name.length() > 40) ? name.substring(0, 40) : name;
	}

	private String first(String name) {
		List<String> values = this.answer.header(name);
		return values.isEmpty() ? "" : values.getFirst();
	}

}
