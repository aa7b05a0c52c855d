package id.tangerangkota.layanan.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The satisfaction survey of a time, by one version of the questionnaire.
 *
 * @param version number of the version
 * @param since the day on which people were first asked by it
 * @param respondents people who answered
 * @param needed of the population (Krejcie and Morgan)
 * @param value the converted value, rounded once to two decimals; null below ten
 * respondents, and when nobody answered one of the parts
 * @param parts in their order
 * @param weakest their codes, the lowest mean first; empty without a value
 */
public record SkmResult(int version, LocalDate since, long respondents, long needed, @Nullable BigDecimal value,
		@Nullable SkmBand band, List<Part> parts, List<String> weakest) {

	/**
	 * One of the nine parts (unsur).
	 *
	 * @param n people who answered it
	 * @param sum of their values, so that everybody can add it up again; null below ten
	 * @param mean the exact quotient rounded to three decimals, for reading only; null
	 * below ten
	 * @param band of the mean times 25; null below ten
	 * @param distribution how often each value was given, from 1 on; empty below ten
	 */
	public record Part(String code, String text, String textEn, long n, @Nullable Long sum, @Nullable BigDecimal mean,
			@Nullable SkmBand band, List<Long> distribution) {
	}

}
