package id.tangerangkota.layanan.complaint.web.open;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What the codes in complaints are called; a constant number of queries for a page. */
@Component
class CodeNames {

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	CodeNames(ComplaintCategories categories, ServiceCatalog catalog, Regions regions) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
	}

	/** The names on a page. */
	record Known(Map<String, ComplaintCategory> categories, Map<String, Agency> agencies,
			Map<ServiceId, ServiceSummary> services, Map<RegionCode, District> districts,
			Map<RegionCode, SubDistrict> subDistricts) {

		String category(String code, Locale locale) {
			ComplaintCategory category = this.categories.get(code);
			return (category == null) ? code
					: (Language.of(locale) == Language.ENGLISH) ? category.nameEn() : category.name();
		}

		/** Short, as lists have it. */
		@Nullable String agency(@Nullable AgencyId agency) {
			if (agency == null) {
				return null;
			}
			Agency found = this.agencies.get(agency.code());
			return (found != null) ? found.shortName() : agency.code();
		}

		@Nullable ServiceSummary service(@Nullable ServiceId service) {
			return (service != null) ? this.services.get(service) : null;
		}

		/** "Cibodasari, Cibodas": kelurahan and kecamatan. */
		@Nullable String region(@Nullable RegionCode region) {
			if (region == null) {
				return null;
			}
			District district = this.districts.get(region.district());
			SubDistrict subDistrict = this.subDistricts.get(region);
			if (subDistrict == null) {
				return (district != null) ? district.name() : null;
			}
			return (district != null) ? subDistrict.name() + ", " + district.name() : subDistrict.name();
		}

	}

	/** All names, and those of the services these complaints are about. */
	Known of(Collection<PublicComplaint> complaints) {
		List<ServiceId> services = complaints.stream()
			.map(PublicComplaint::service)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		Map<ServiceId, ServiceSummary> named = new HashMap<>();
		if (!services.isEmpty()) {
			this.catalog.summaries(services).forEach((service) -> named.put(service.id(), service));
		}
		return new Known(
				this.categories.all().stream().collect(Collectors.toMap(ComplaintCategory::code, Function.identity())),
				this.catalog.agencies().stream().collect(Collectors.toMap(Agency::code, Function.identity())), named,
				this.regions.districts().stream().collect(Collectors.toMap(District::code, Function.identity())),
				this.regions.subDistricts().stream().collect(Collectors.toMap(SubDistrict::code, Function.identity())));
	}

}
