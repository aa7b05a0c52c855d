package id.tangerangkota.layanan.apikey.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.apikey.ApiClientDetail;
import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a program gets a key for, as typed.
 *
 * @param laju uses within a minute
 * @param sampai the last day, empty for no end
 * @param sandi the password of whoever does it, where it is asked for
 */
record ApiKeyForm(@Nullable String nama, @Nullable String kontak, @Nullable String keperluan,
		@Nullable List<String> lingkup, @Nullable String laju, @Nullable String sampai, @Nullable String sandi) {

	static final ApiKeyForm EMPTY = new ApiKeyForm(null, null, null, List.of(ApiScope.OPEN311_SUBMIT.name()), "60",
			null, null);

	private static final int MOST_DIGITS = 4;

	static ApiKeyForm of(ApiClientDetail client) {
		return new ApiKeyForm(client.name(), client.contact(), client.purpose(),
				client.scopes().stream().map(Enum::name).toList(), Integer.toString(client.perMinute()),
				(client.lastDay() != null) ? client.lastDay().toString() : null, null);
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable ApiClientTerms terms(LocalDate today, Errors errors) {
		check("nama", this.nama, ApiClientTerms.LONGEST_NAME, errors);
		check("kontak", this.kontak, ApiClientTerms.LONGEST_CONTACT, errors);
		check("keperluan", this.keperluan, ApiClientTerms.LONGEST_PURPOSE, errors);
		Set<ApiScope> scopes = Arrays.stream(ApiScope.values())
			.filter((scope) -> this.lingkup != null && this.lingkup.contains(scope.name()))
			.collect(Collectors.toSet());
		if (scopes.isEmpty()) {
			errors.rejectValue("lingkup", "apikey.error.scope");
		}
		int perMinute = number(this.laju);
		if (perMinute < 1 || perMinute > ApiClientTerms.MOST_PER_MINUTE) {
			errors.rejectValue("laju", "apikey.error.rate", new Object[] { ApiClientTerms.MOST_PER_MINUTE }, null);
		}
		LocalDate lastDay = lastDay(today, errors);
		return errors.hasErrors() ? null : new ApiClientTerms(TypedText.maskedLine(this.nama),
				TypedText.maskedLine(this.kontak), TypedText.maskedLine(this.keperluan), scopes, perMinute, lastDay);
	}

	private @Nullable LocalDate lastDay(LocalDate today, Errors errors) {
		String typed = TypedText.maskedLine(this.sampai);
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(typed);
			if (!day.isBefore(today) && day.isBefore(today.plusYears(100))) {
				return day;
			}
		}
		catch (DateTimeException ex) {
			// Said below, with the days that are over.
		}
		errors.rejectValue("sampai", "apikey.error.last-day");
		return null;
	}

	/** A number that is too large comes out as one that is too large. */
	private static int number(@Nullable String typed) {
		String line = TypedText.maskedLine(typed).replace(".", "");
		if (line.isEmpty() || !line.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return 0;
		}
		return (line.length() <= MOST_DIGITS) ? Integer.parseInt(line) : Integer.MAX_VALUE;
	}

	private static void check(String field, @Nullable String typed, int longest, Errors errors) {
		String line = TypedText.maskedLine(typed);
		if (line.isBlank()) {
			errors.rejectValue(field, "apikey.error.missing");
		}
		else if (line.length() > longest) {
			errors.rejectValue(field, "apikey.error.long", new Object[] { longest, line.length() }, null);
		}
	}

}
