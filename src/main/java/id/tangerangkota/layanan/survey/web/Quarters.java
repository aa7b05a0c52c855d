package id.tangerangkota.layanan.survey.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.Choice;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Times one can choose: the latest years with their halves and quarters. */
final class Quarters {

	private static final int YEARS = 3;

	private Quarters() {
	}

	/** Those that have begun, the latest first. */
	static List<SkmPeriod> begun(LocalDate today) {
		List<SkmPeriod> periods = new ArrayList<>();
		for (int year = today.getYear(); year > today.getYear() - YEARS; year--) {
			periods.add(new SkmPeriod(year, null, 0));
			for (int half = 2; half >= 1; half--) {
				periods.add(new SkmPeriod(year, SkmPeriod.Part.HALF, half));
			}
			for (int quarter = 4; quarter >= 1; quarter--) {
				periods.add(new SkmPeriod(year, SkmPeriod.Part.QUARTER, quarter));
			}
		}
		return periods.stream().filter((period) -> !period.days().first().isAfter(today)).toList();
	}

	/** What was chosen, the year where nothing was that has begun. */
	static SkmPeriod chosen(@Nullable String typed, LocalDate today) {
		return Optional.ofNullable(typed)
			.flatMap(SkmPeriod::parse)
			.filter((period) -> !period.days().first().isAfter(today))
			.orElseGet(() -> SkmPeriod.year(today));
	}

	static List<Choice> choices(LocalDate today, SurveyWords words, Locale locale) {
		return begun(today).stream()
			.map((period) -> new Choice(period.toString(), StringUtils.capitalize(words.period(period, locale))))
			.toList();
	}

}
