package id.tangerangkota.layanan.quality.web.adoption;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.adoption.PeopleByPlace.Counted;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;

/**
 * How many people live in kelurahan, as somebody copies it from a table.
 *
 * @param isi a line for each kelurahan: its code, a comma, a semicolon or a tab, the
 * number
 * @param sumber who counted
 * @param tahun when
 */
record PopulationForm(@Nullable String isi, @Nullable String sumber, @Nullable String tahun) {

	private static final Pattern LINE = Pattern.compile("([\\d.]{13})\\s*[,;\\t]\\s*(\\d{1,3}(?:\\.?\\d{3})?)");

	private static final int LONGEST_SOURCE = 200;

	private static final int FIRST_YEAR = 2000;

	static PopulationForm of(@Nullable Counted counted) {
		return (counted == null) ? new PopulationForm(null, null, null)
				: new PopulationForm(counted.people()
					.entrySet()
					.stream()
					.sorted(Comparator.comparing((entry) -> entry.getKey().value()))
					.map((entry) -> entry.getKey().value() + "," + entry.getValue())
					.collect(Collectors.joining("\n")), counted.source(), Integer.toString(counted.year()));
	}

	/** What was typed; null where something is wrong with it. */
	@Nullable Counted counted(Set<RegionCode> places, int thisYear, BindingResult errors) {
		Map<RegionCode, Long> people = people(places, errors);
		String source = StringUtils.hasText(this.sumber) ? this.sumber.strip() : "";
		if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
			errors.rejectValue("sumber", "passport-adoption.population.error.source");
		}
		int year = (this.tahun != null && this.tahun.strip().matches("\\d{4}")) ? Integer.parseInt(this.tahun.strip())
				: 0;
		if (year < FIRST_YEAR || year > thisYear) {
			errors.rejectValue("tahun", "passport-adoption.population.error.year");
		}
		return errors.hasErrors() ? null : new Counted(people, source, year);
	}

	private Map<RegionCode, Long> people(Set<RegionCode> places, BindingResult errors) {
		Map<RegionCode, Long> people = new HashMap<>();
		int number = 0;
		for (String line : (this.isi != null) ? this.isi.lines().toList() : List.<String>of()) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			Matcher matcher = LINE.matcher(line.strip());
			RegionCode place = (matcher.matches() && RegionCode.isValid(matcher.group(1)))
					? new RegionCode(matcher.group(1)) : null;
			long count = (place != null) ? Long.parseLong(matcher.group(2).replace(".", "")) : 0;
			if (place == null || !places.contains(place) || count == 0 || people.put(place, count) != null) {
				errors.rejectValue("isi", "passport-adoption.population.error.line", new Object[] { number }, null);
				return people;
			}
		}
		if (people.isEmpty()) {
			errors.rejectValue("isi", "passport-adoption.population.error.empty");
		}
		return people;
	}

}
