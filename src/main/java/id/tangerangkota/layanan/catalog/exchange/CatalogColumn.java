package id.tangerangkota.layanan.catalog.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.Confidence;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.OwnerConfidence;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a catalogue file, one service a row; {@code docs/catalog-csv.md}
 * explains them to people. Lists are separated by {@code |}.
 */
enum CatalogColumn {

	SLUG(true, Check::slug), KIND(true, one(ServiceKind.class)), NAME(true, text(200)), SUMMARY(true, text(200)),
	SUMMARY_EN(false, text(200)), DESCRIPTION(true, text(2000)), DESCRIPTION_EN(false, text(2000)),
	DESCRIPTION_CONFIDENCE(true, one(Confidence.class)), AGENCY(false, Check::slug),
	AGENCY_CONFIDENCE(false, one(OwnerConfidence.class)), CATEGORIES(true, each(Check::slug)),
	LIFE_EVENTS(false, each(one(LifeEvent.class))), AUDIENCE(false, each(one(Audience.class))),
	KEYWORDS(false, both(text(4000), each(text(80)))), LIFECYCLE(true, one(Lifecycle.class)),
	REPLACED_BY(false, Check::slug), REGION_CODE(false, Check::region), RELATED(false, each(Check::slug)),
	PLATFORMS(true, each(one(Platform.class))), WEB_ADDRESS(false, Check::address),
	ANDROID_ADDRESS(false, Check::address), IOS_ADDRESS(false, Check::address),
	VERIFICATION(true, aligned(one(Verification.class))), VERIFIED_ON(false, aligned(Check::date)),
	VERIFIED_BY(false, aligned(text(100))), EVIDENCE(false, text(1000)),
	FALLBACK_ADDRESS(false, aligned(Check::address)), LAST_REVIEWED(false, Check::date), TDPSE_NUMBER(false, text(60)),
	TDPSE_DATE(false, Check::date), STANDARD_REQUIREMENTS(false, text(4000)), STANDARD_PROCEDURE(false, text(4000)),
	STANDARD_DURATION(false, text(4000)), STANDARD_FEE(false, text(4000)), STANDARD_PRODUCT(false, text(4000)),
	STANDARD_COMPLAINT_HANDLING(false, text(4000)), STANDARD_LEGAL_BASIS(false, text(4000)),
	STANDARD_FACILITIES(false, text(4000)), STANDARD_COMPETENCE(false, text(4000)),
	STANDARD_OVERSIGHT(false, text(4000)), STANDARD_STAFFING(false, text(4000)), STANDARD_GUARANTEE(false, text(4000)),
	STANDARD_SAFETY(false, text(4000)), STANDARD_EVALUATION(false, text(4000));

	private static final String STANDARD = "STANDARD_";

	private final boolean required;

	private final Function<String, @Nullable String> check;

	CatalogColumn(boolean required, Function<String, @Nullable String> check) {
		this.required = required;
		this.check = check;
	}

	/** The name in the file's header. */
	String header() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isRequired() {
		return this.required;
	}

	/** The component of the Standar Pelayanan the column holds, if it holds one. */
	Optional<StandardComponent> standard() {
		return name().startsWith(STANDARD) ? Optional.of(StandardComponent.valueOf(name().substring(STANDARD.length())))
				: Optional.empty();
	}

	/** Whether it holds several values separated by {@code |}. */
	boolean isList() {
		return switch (this) {
			case CATEGORIES, LIFE_EVENTS, AUDIENCE, KEYWORDS, RELATED, PLATFORMS -> true;
			default -> isAligned();
		};
	}

	/** Whether it holds one value for all platforms or one for each. */
	boolean isAligned() {
		return switch (this) {
			case VERIFICATION, VERIFIED_ON, VERIFIED_BY, FALLBACK_ADDRESS -> true;
			default -> false;
		};
	}

	/** The value without the white space people leave around it and its items. */
	String tidy(String value) {
		return isList() ? Arrays.stream(value.split("\\|", -1)).map(String::strip).collect(Collectors.joining("|"))
				: value.strip();
	}

	static Optional<CatalogColumn> of(String header) {
		return Arrays.stream(values()).filter((column) -> column.header().equals(header)).findFirst();
	}

	/** What is wrong with a value on its own, null when nothing is. */
	@Nullable String problem(String value) {
		if (value.isEmpty()) {
			return this.required ? "must not be empty" : null;
		}
		if (value.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
			return "contains control characters";
		}
		return this.check.apply(value);
	}

	private static Function<String, @Nullable String> text(int longest) {
		return (value) -> (value.length() > longest) ? "is longer than " + longest + " characters" : null;
	}

	private static Function<String, @Nullable String> both(Function<String, @Nullable String> first,
			Function<String, @Nullable String> second) {
		return (value) -> {
			String problem = first.apply(value);
			return (problem != null) ? problem : second.apply(value);
		};
	}

	private static <E extends Enum<E>> Function<String, @Nullable String> one(Class<E> type) {
		return (value) -> Arrays.stream(type.getEnumConstants())
			.anyMatch((constant) -> constant.name().toLowerCase(Locale.ROOT).equals(value)) ? null
					: "'" + value + "' is none of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
	}

	private static Function<String, @Nullable String> each(Function<String, @Nullable String> check) {
		Function<String, @Nullable String> aligned = aligned(check);
		return (value) -> value.startsWith("|") || value.endsWith("|") || value.contains("||") ? "has an empty item"
				: aligned.apply(value);
	}

	/** One value for all platforms or one for each, which may be empty. */
	private static Function<String, @Nullable String> aligned(Function<String, @Nullable String> check) {
		return (value) -> {
			for (String item : value.split("\\|", -1)) {
				String problem = item.isEmpty() ? null : check.apply(item);
				if (problem != null) {
					return problem;
				}
			}
			return null;
		};
	}

	private static final class Check {

		private static final Pattern SLUG_FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

		private static final int LONGEST_SLUG = 100;

		/** No year that the database or a reader could take for another. */
		private static final Pattern DATE_FORM = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");

		private static final int LONGEST_ADDRESS = 2000;

		static @Nullable String slug(String value) {
			return (SLUG_FORM.matcher(value).matches() && value.length() <= LONGEST_SLUG) ? null
					: "'" + value + "' is not of the form a-z, 0-9 and single hyphens, at most 100 characters";
		}

		static @Nullable String region(String value) {
			return RegionCode.isValid(value) ? null : "'" + value + "' is not a region code such as 36.71.01";
		}

		static @Nullable String date(String value) {
			try {
				if (DATE_FORM.matcher(value).matches()) {
					LocalDate.parse(value);
					return null;
				}
			}
			catch (DateTimeParseException ex) {
				// Told below: a day that the month does not have.
			}
			return "'" + value + "' is not a date such as 2026-11-23";
		}

		static @Nullable String address(String value) {
			try {
				URI uri = new URI(value);
				boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
				return (web && uri.getHost() != null && uri.getUserInfo() == null && value.length() <= LONGEST_ADDRESS)
						? null : "'" + value + "' is not an http or https address";
			}
			catch (URISyntaxException ex) {
				return "'" + value + "' is not an http or https address";
			}
		}

	}

}
