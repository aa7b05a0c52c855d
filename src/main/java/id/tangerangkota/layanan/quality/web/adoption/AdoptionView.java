package id.tangerangkota.layanan.quality.web.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import id.tangerangkota.layanan.quality.adoption.Adoption.Measure;
import id.tangerangkota.layanan.quality.adoption.Adoption.Use;
import id.tangerangkota.layanan.quality.adoption.SafeCounts;
import id.tangerangkota.layanan.region.CityMap;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

/**
 * Use in words and drawings.
 *
 * @param viewed how often pages of services were shown, null when nobody counted yet
 * @param opened how often people went on to a service, null when nobody counted yet
 * @param districts one table for each kecamatan
 */
record AdoptionView(Section signIns, Section complaints, @Nullable String viewed, @Nullable String opened,
		List<Table> districts) {

	/**
	 * Something that is counted by place.
	 *
	 * @param total null when it was not counted
	 * @param rate of 1,000 people of the city, null when the total is not told
	 * @param map null when it was not counted
	 * @param rates whether the map shows rates of 1,000 people, else counts
	 * @param hidden how many kelurahan are not told, small counts and those of which
	 * nobody knows how many people live there
	 */
	record Section(@Nullable String total, @Nullable String rate, @Nullable String since, @Nullable CityMap map,
			boolean rates, int hidden) {
	}

	/** A kecamatan with its kelurahan. */
	record Table(String name, String signIns, String complaints, List<Row> rows) {
	}

	/**
	 * A kelurahan.
	 *
	 * @param signInRate of those who signed in, for 1,000 people; null where one of both
	 * is not told
	 * @param complaintRate the same of complaints
	 */
	record Row(String name, String signIns, String complaints, @Nullable String signInRate,
			@Nullable String complaintRate) {
	}

	/** How many people live in the city, and in each kelurahan of which it is known. */
	record People(long city, Map<RegionCode, Long> places) {

		/** For 1,000 people who live there; null where one of both is not told. */
		@Nullable Double rate(Measure measure, RegionCode place) {
			SafeCounts counts = measure.places();
			Long living = this.places.get(place);
			return (counts == null || living == null || counts.hidden().contains(place)) ? null
					: THOUSAND * counts.counts().getOrDefault(place, 0L) / living;
		}

	}

	private static final double THOUSAND = 1000;

	static AdoptionView of(Use use, People people, AdoptionWords words, Locale locale) {
		Map<RegionCode, List<SubDistrict>> byDistrict = new TreeMap<>(Comparator.comparing(RegionCode::value));
		use.subDistricts()
			.forEach((one) -> byDistrict.computeIfAbsent(one.code().district(), (any) -> new ArrayList<>()).add(one));
		List<Table> tables = use.districts()
			.stream()
			.map((district) -> table(use, district, byDistrict.getOrDefault(district.code(), List.of()), people, words,
					locale))
			.toList();
		// How many reports there are, everybody can count where they are published.
		long reports = use.complaints().total().times();
		return new AdoptionView(section(use, use.signIns(), use.signIns().total(), people, words, locale),
				section(use, use.complaints(), new Count(reports, reports), people, words, locale),
				counted(use.viewed(), use.viewedSince(), use, words, locale),
				counted(use.opened(), use.openedSince(), use, words, locale), tables);
	}

	private static @Nullable String counted(long count, @Nullable LocalDate since, Use use, AdoptionWords words,
			Locale locale) {
		return (since != null && !since.isAfter(use.period().to())) ? words.number(count, locale) : null;
	}

	private static Section section(Use use, Measure measure, Count total, People people, AdoptionWords words,
			Locale locale) {
		SafeCounts places = measure.places();
		if (places == null) {
			return new Section(null, null, null, null, false, 0);
		}
		boolean late = measure.since() != null && measure.since().isAfter(use.period().from());
		boolean rates = !people.places().isEmpty();
		Set<RegionCode> hidden = rates ? untold(places, people) : places.hidden();
		return new Section(words.total(total, locale), words.rate(total, people.city(), locale),
				(late && measure.since() != null) ? words.date(measure.since(), locale) : null,
				rates ? CityMap.of(use.subDistricts(), use.districts(), rates(use, measure, people), hidden,
						(rate) -> words.rate(rate, locale))
						: CityMap.of(use.subDistricts(), use.districts(), places.counts(), hidden),
				rates, hidden.size());
	}

	private static Map<RegionCode, Double> rates(Use use, Measure measure, People people) {
		Map<RegionCode, Double> rates = new HashMap<>();
		for (SubDistrict one : use.subDistricts()) {
			Double rate = people.rate(measure, one.code());
			if (rate != null) {
				rates.put(one.code(), rate);
			}
		}
		return rates;
	}

	/** Something happened there, and nobody knows among how many. */
	private static Set<RegionCode> untold(SafeCounts places, People people) {
		Set<RegionCode> untold = new HashSet<>(places.hidden());
		places.counts().forEach((place, count) -> {
			if (count > 0 && !people.places().containsKey(place)) {
				untold.add(place);
			}
		});
		return untold;
	}

	private static Table table(Use use, District district, List<SubDistrict> subDistricts, People people,
			AdoptionWords words, Locale locale) {
		return new Table(district.name(), total(use.signIns(), district.code(), words, locale),
				total(use.complaints(), district.code(), words, locale),
				subDistricts.stream()
					.map((one) -> new Row(one.name(), count(use.signIns(), one.code(), words, locale),
							count(use.complaints(), one.code(), words, locale),
							rate(use.signIns(), one.code(), people, words, locale),
							rate(use.complaints(), one.code(), people, words, locale)))
					.toList());
	}

	private static @Nullable String rate(Measure measure, RegionCode place, People people, AdoptionWords words,
			Locale locale) {
		Double rate = people.rate(measure, place);
		return (rate != null) ? words.rate(rate, locale) : null;
	}

	private static String total(Measure measure, RegionCode district, AdoptionWords words, Locale locale) {
		SafeCounts places = measure.places();
		return (places == null) ? words.unknown(locale)
				: cell(places.districts(), places.hiddenDistricts(), district, words, locale);
	}

	private static String count(Measure measure, RegionCode place, AdoptionWords words, Locale locale) {
		SafeCounts places = measure.places();
		return (places == null) ? words.unknown(locale) : cell(places.counts(), places.hidden(), place, words, locale);
	}

	private static String cell(Map<RegionCode, Long> counts, Set<RegionCode> hidden, RegionCode place,
			AdoptionWords words, Locale locale) {
		return hidden.contains(place) ? words.hidden(locale) : words.number(counts.getOrDefault(place, 0L), locale);
	}

}
