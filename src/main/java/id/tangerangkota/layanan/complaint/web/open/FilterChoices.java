package id.tangerangkota.layanan.complaint.web.open;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Component;

/** What the filters of the list offer. */
@Component
class FilterChoices {

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final OpenWords words;

	FilterChoices(ComplaintCategories categories, ServiceCatalog catalog, Regions regions, OpenWords words) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
		this.words = words;
	}

	/** A kecamatan with its kelurahan. */
	record Group(Choice all, String label, List<Choice> options) {
	}

	/** All choices. */
	record Choices(List<Choice> states, List<Choice> categories, List<Choice> agencies, List<Group> regions,
			List<Choice> kinds, List<Choice> periods, List<Choice> origins) {
	}

	Choices of(Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		return new Choices(options("complaint-open.status.", ListCodes.STATES.keySet(), locale),
				this.categories.all()
					.stream()
					.filter((category) -> !category.sensitive() && !category.supervisory())
					.map((category) -> new Choice(category.code(), english ? category.nameEn() : category.name()))
					.toList(),
				this.catalog.agencies()
					.stream()
					.map((agency) -> new Choice(agency.code(), agency.shortName()))
					.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
					.toList(),
				regions(locale), options("complaint-open.kind.", ListCodes.KINDS.keySet(), locale),
				options("complaint-open.period.", ListCodes.PERIODS.keySet(), locale),
				options("complaint-open.origin.", ListCodes.ORIGINS.keySet(), locale));
	}

	private List<Choice> options(String key, Collection<String> codes, Locale locale) {
		return codes.stream().map((code) -> new Choice(code, this.words.say(key + code, locale))).toList();
	}

	private List<Group> regions(Locale locale) {
		List<SubDistrict> subDistricts = this.regions.subDistricts();
		List<Group> groups = new ArrayList<>();
		for (District district : this.regions.districts()) {
			RegionCode code = district.code();
			groups.add(new Group(
					new Choice(code.value(), this.words.say("complaint-open.region.all", locale, district.name())),
					district.name(),
					subDistricts.stream()
						.filter((one) -> one.code().district().equals(code))
						.map((one) -> new Choice(one.code().value(), one.name()))
						.toList()));
		}
		return groups;
	}

}
