package id.tangerangkota.layanan.survey.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * The satisfaction survey in words.
 *
 * @param value null below ten people
 * @param sample how many answered, and how many it takes
 * @param words which version it is by
 * @param weakest names of the three parts with the lowest means
 */
record SkmView(@Nullable String value, @Nullable String band, long respondents, String sample, String words,
		List<Part> parts, List<String> weakest) {

	static final int DECIMALS = 2;

	private static final int MEAN_DECIMALS = 3;

	private static final int WEAKEST = 3;

	/** One of the nine parts. */
	record Part(String code, String text, String n, @Nullable String sum, @Nullable String mean,
			@Nullable String band) {
	}

	static SkmView of(SkmResult result, SurveyWords words, Locale locale) {
		return new SkmView((result.value() != null) ? words.number(result.value(), DECIMALS, locale) : null,
				band(result.band(), words, locale), result.respondents(),
				words.say("survey.skm.sample", locale, result.respondents(), result.needed()),
				words.say("survey.skm.words", locale, result.version(), words.date(result.since(), locale)),
				result.parts().stream().map((part) -> part(part, words, locale)).toList(),
				result.weakest().stream().limit(WEAKEST).map((code) -> name(result, code, locale)).toList());
	}

	private static Part part(SkmResult.Part part, SurveyWords words, Locale locale) {
		return new Part(part.code(), name(part, locale), words.number(part.n(), 0, locale),
				(part.sum() != null) ? words.number(part.sum(), 0, locale) : null,
				(part.mean() != null) ? words.number(part.mean(), MEAN_DECIMALS, locale) : null,
				band(part.band(), words, locale));
	}

	static @Nullable String band(@Nullable SkmBand band, SurveyWords words, Locale locale) {
		return (band != null) ? words.say("survey.band." + band.name(), locale) : null;
	}

	private static String name(SkmResult.Part part, Locale locale) {
		return (Language.of(locale) == Language.ENGLISH) ? part.textEn() : part.text();
	}

	/** What a part is called. */
	static String name(SkmResult result, String code, Locale locale) {
		return result.parts()
			.stream()
			.filter((part) -> part.code().equals(code))
			.findFirst()
			.map((part) -> name(part, locale))
			.orElse(code);
	}

}
