package id.tangerangkota.layanan.catalog.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.Confidence;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.OwnerConfidence;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.web.Demo;
import org.jspecify.annotations.Nullable;

/** Everything the public may know of a service. What is null or empty is not known. */
record ServiceView(String slug, ServiceKind kind, String name, TextView summary, TextView description,
		Confidence descriptionConfidence, @Nullable OwnerView agency, List<String> categories,
		Set<LifeEvent> lifeEvents, Set<Audience> audience, List<String> keywords, Lifecycle lifecycle,
		@Nullable Reference replacedBy, List<Reference> related, @Nullable String region, @Nullable Registration tdpse,
		@Nullable LocalDate lastReviewed, List<ListingView> listings, Standard standard,
		ServiceItemView.ServiceLinks links) {

	/** Another service. */
	record Reference(String slug, String name, ServiceItemView.ServiceLinks links) {

		static Reference of(ServiceSummary service) {
			return new Reference(service.slug(), service.name(), ServiceItemView.ServiceLinks.of(service.slug()));
		}

	}

	/** Registration as a public electronic system operator (TDPSE). */
	record Registration(String number, @Nullable LocalDate date) {
	}

	/**
	 * The Standar Pelayanan.
	 *
	 * @param demo whether what it says is made up
	 * @param publicCompleteness percent of the six components that must be published
	 * @param completeness percent of all fourteen
	 */
	record Standard(boolean demo, int publicCompleteness, int completeness, List<Component> components) {
	}

	/**
	 * A component of the Standar Pelayanan.
	 *
	 * @param mustBePublic whether the law demands its publication
	 * @param content null when nobody has recorded it
	 */
	record Component(StandardComponent component, boolean mustBePublic, @Nullable String content) {
	}

	static ServiceView of(ServiceDetail service, Demo demo) {
		ServiceSummary replacedBy = service.replacedBy();
		String tdpse = service.tdpseNumber();
		return new ServiceView(service.slug(), service.kind(), service.name(),
				new TextView(service.summary(), service.summaryEn()),
				new TextView(service.description(), service.descriptionEn()), service.descriptionConfidence(),
				owner(service), service.categories().stream().map(Category::slug).toList(), service.lifeEvents(),
				service.audience(), service.keywords(), service.lifecycle(),
				(replacedBy != null) ? Reference.of(replacedBy) : null,
				service.related().stream().map(Reference::of).toList(), service.regionCode(),
				(tdpse != null) ? new Registration(tdpse, service.tdpseDate()) : null, service.lastReviewed(),
				service.listings().stream().map(ListingView::withSource).toList(), standard(service, demo),
				ServiceItemView.ServiceLinks.of(service.slug()));
	}

	private static @Nullable OwnerView owner(ServiceDetail service) {
		return (service.agency() != null) ? new OwnerView(service.agency().code(), service.agency().name(),
				service.ownerConfidence() != OwnerConfidence.STATED) : null;
	}

	/** The enum has the public components first. */
	private static Standard standard(ServiceDetail service, Demo demo) {
		return new Standard(demo.on(), service.publicStandardCompleteness(), service.standardCompleteness(), Arrays
			.stream(StandardComponent.values())
			.map((component) -> new Component(component, component.isPublic(), service.standard().get(component)))
			.toList());
	}

}
