package id.tangerangkota.layanan.open311.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.open311.web.Part.Thing;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes public complaints as requests. */
@Component
class PublicRequests {

	private static final int LONGEST_DESCRIPTION = 4000;

	private final ComplaintCategories categories;

	private final PublicComplaints complaints;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final MessageSource messages;

	private final Links links;

	PublicRequests(ComplaintCategories categories, PublicComplaints complaints, ServiceCatalog catalog, Regions regions,
			MessageSource messages, Links links) {
		this.categories = categories;
		this.complaints = complaints;
		this.catalog = catalog;
		this.regions = regions;
		this.messages = messages;
		this.links = links;
	}

	/** What the complaints of a list refer to, read once for all. */
	private record Names(Map<String, ComplaintCategory> categories, Map<String, Agency> agencies,
			Map<ServiceId, ServiceSummary> services, Map<RegionCode, SubDistrict> subDistricts,
			Map<RegionCode, District> districts) {
	}

	/** Requests of a list, or one. */
	Many list(Collection<PublicComplaint> found, Locale locale) {
		Names names = names(found);
		Map<ComplaintId, AttachmentId> photos = this.complaints.firstPhotos(
				found.stream().filter((complaint) -> complaint.photos() > 0).map(PublicComplaint::id).toList());
		return requests(found.stream().map((complaint) -> {
			AttachmentId photo = photos.get(complaint.id());
			return request(complaint, names, (photo != null) ? this.links.absolute("/berkas/" + photo) : null, locale);
		}).toList());
	}

	static Many requests(List<Thing> requests) {
		return new Many("service_requests", requests);
	}

	private Names names(Collection<PublicComplaint> found) {
		if (found.isEmpty()) {
			return new Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
		}
		List<ServiceId> services = found.stream()
			.map(PublicComplaint::service)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return new Names(by(this.categories.all(), ComplaintCategory::code), by(this.catalog.agencies(), Agency::code),
				services.isEmpty() ? Map.of() : by(this.catalog.summaries(services), ServiceSummary::id),
				by(this.regions.subDistricts(), SubDistrict::code), by(this.regions.districts(), District::code));
	}

	private static <K, V> Map<K, V> by(Collection<V> values, Function<V, K> key) {
		return values.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, HashMap::new));
	}

	private Thing request(PublicComplaint complaint, Names names, @Nullable String photo, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		@Nullable ComplaintCategory category = names.categories().get(complaint.category());
		@Nullable Agency agency = (complaint.agency() != null) ? names.agencies().get(complaint.agency().code()) : null;
		@Nullable SubDistrict subDistrict = names.subDistricts().get(complaint.subDistrict());
		return Part.thing("request", Part.value("service_request_id", complaint.ticket().toString()),
				Part.value("status", RequestStatus.of(complaint.state()).toString()),
				Part.value("status_notes", notes(complaint, locale)),
				Part.value("service_name",
						(category == null) ? complaint.category() : english ? category.nameEn() : category.name()),
				Part.value("service_code", complaint.category()), Part.value("description", description(complaint)),
				Part.value("agency_responsible", (agency == null) ? null : english ? agency.nameEn() : agency.name()),
				Part.value("service_notice", complaint.overdue() ? say("open311.overdue", locale) : null),
				Part.value("requested_datetime", Moments.write(complaint.receivedAt())),
				Part.value("updated_datetime", Moments.write(complaint.updatedAt())),
				Part.value("expected_datetime", Moments.writeOrNull(complaint.dueAt())),
				Part.value("address", address(complaint, names)),
				Part.value("address_id", (subDistrict != null) ? subDistrict.code().toString() : null),
				Part.value("zipcode", (subDistrict != null) ? subDistrict.postalCode() : null),
				Part.value("lat", complaint.latitude()), Part.value("long", complaint.longitude()),
				Part.value("media_url", photo));
	}

	private String notes(PublicComplaint complaint, Locale locale) {
		return (complaint.mergedInto() != null) ? say("open311.state.into", locale, complaint.mergedInto())
				: say("open311.state." + complaint.state().code(), locale);
	}

	private static String description(PublicComplaint complaint) {
		boolean repeats = complaint.text().startsWith(complaint.subject().replaceFirst("…$", ""));
		String text = repeats ? complaint.text() : complaint.subject() + "\n\n" + complaint.text();
		return (text.length() <= LONGEST_DESCRIPTION) ? text : PostedReport.shortened(text, LONGEST_DESCRIPTION);
	}

	/** From the street to the city; of what is about a service, its agency's office. */
	private static @Nullable String address(PublicComplaint complaint, Names names) {
		StringJoiner address = new StringJoiner(", ");
		@Nullable ServiceSummary service = (complaint.service() != null) ? names.services().get(complaint.service()) : null;
		if (service != null && service.agencyCode() != null) {
			@Nullable Agency owner = names.agencies().get(service.agencyCode());
			if (owner != null) {
				address.add((owner.address() != null) ? owner.address() : owner.name());
			}
		}
		if (complaint.address() != null) {
			address.add(complaint.address());
		}
		@Nullable SubDistrict subDistrict = names.subDistricts().get(complaint.subDistrict());
		if (subDistrict != null) {
			address.add(subDistrict.name());
			@Nullable District district = names.districts().get(subDistrict.code().district());
			if (district != null) {
				address.add(district.name());
			}
		}
		return (address.length() > 0) ? address.add("Kota Tangerang").toString() : null;
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
