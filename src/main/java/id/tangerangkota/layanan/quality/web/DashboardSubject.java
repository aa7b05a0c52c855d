package id.tangerangkota.layanan.quality.web;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Whose quality a page shows, with its name.
 *
 * @param agency code of the agency, or of the service's owner; null for the city and
 * where the owner is not known
 * @param slug of the service, null unless it is one
 * @param app whether it is a service as an app; a website of the same name may be another
 * @param unverified whether it is a service at an address nobody verified: its figures
 * are its own
 * @param over whether it is a service that came to its end
 * @param successor what people should use instead of it
 */
record DashboardSubject(Subject subject, String name, @Nullable String agency, @Nullable String slug, boolean app,
		boolean unverified, boolean over, @Nullable String successor) {

	static DashboardSubject city(String name) {
		return new DashboardSubject(Subject.CITY, name, null, null, false, false, false, null);
	}

	static DashboardSubject of(Agency agency, Locale locale) {
		return new DashboardSubject(Subject.of(new AgencyId(agency.code())), DashboardWords.name(agency, locale),
				agency.code(), null, false, false, false, null);
	}

	static DashboardSubject of(ServiceDetail service) {
		Verification best = service.listings()
			.stream()
			.filter((listing) -> listing.address() != null)
			.map(ListingSummary::verification)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new DashboardSubject(Subject.of(service.id()), service.name(),
				(service.agency() != null) ? service.agency().code() : null, service.slug(),
				service.kind() == ServiceKind.APP, isUnverified(best), service.lifecycle().isOver(),
				(service.replacedBy() != null) ? service.replacedBy().name() : null);
	}

	static DashboardSubject of(ServiceSummary service, Map<ServiceId, String> successors) {
		return new DashboardSubject(Subject.of(service.id()), service.name(), service.agencyCode(), service.slug(),
				service.kind() == ServiceKind.APP, isUnverified(service.verification()), service.lifecycle().isOver(),
				successors.get(service.id()));
	}

	private static boolean isUnverified(@Nullable Verification best) {
		return best != null && best != Verification.VERIFIED;
	}

	/**
	 * Whether it has a place beside others: what is over may have figures from before.
	 */
	boolean isShown(@Nullable Card card) {
		return !this.over || (card != null && !DashboardController.isEmpty(card));
	}

	@Nullable AgencyId agencyId() {
		return (this.agency != null) ? new AgencyId(this.agency) : null;
	}

}
